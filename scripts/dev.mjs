import { prepareStyles } from "./bootstrap/build.mjs";
import { prepareToServe } from "./bootstrap/prepare.mjs";
import { hostTypeScript } from "./bootstrap/processes.mjs";
import { runCommand } from "./bootstrap/terminal.mjs";

await runCommand(async () => {
  const port = await prepareToServe();
  await prepareStyles();
  return await hostTypeScript("scripts/demo-server.ts", ["--dev"], { env: { PORT: String(port) } });
});
