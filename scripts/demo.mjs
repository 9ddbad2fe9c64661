import { buildIfNeeded } from "./bootstrap/build.mjs";
import { prepareToServe } from "./bootstrap/prepare.mjs";
import { hostTypeScript } from "./bootstrap/processes.mjs";
import { runCommand } from "./bootstrap/terminal.mjs";

// Plain JavaScript with Node's own modules: this runs before anything is installed.
await runCommand(async () => {
  const port = await prepareToServe();
  await buildIfNeeded();
  return await hostTypeScript("scripts/demo-server.ts", [], { env: { PORT: String(port) } });
});
