import { build } from "./bootstrap/build.mjs";
import { prepareToRun } from "./bootstrap/prepare.mjs";
import { runCommand } from "./bootstrap/terminal.mjs";

await runCommand(async () => {
  await prepareToRun();
  await build();
});
