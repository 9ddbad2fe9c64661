import { prepareStyles } from "./bootstrap/build.mjs";
import { prepareToServe } from "./bootstrap/prepare.mjs";
import { hostTypeScript } from "./bootstrap/processes.mjs";
import { runCommand } from "./bootstrap/terminal.mjs";
import { restartOnChange } from "./bootstrap/watch.mjs";

await runCommand(async () => {
  const port = await prepareToServe();
  await prepareStyles();
  let stopWatching = () => undefined;
  const code = await hostTypeScript("scripts/demo-server.ts", ["--dev"], {
    env: { PORT: String(port) },
    onStart: (restart) => (stopWatching = restartOnChange(restart)),
  });
  stopWatching();
  return code;
});
