import { prepareToRun } from "./bootstrap/prepare.mjs";
import { runNode } from "./bootstrap/processes.mjs";
import { runCommand } from "./bootstrap/terminal.mjs";

/** Breaks each rule of the domain in turn; what was judged before and has not changed is not judged again. */
await runCommand(async () => {
  await prepareToRun();
  return await runNode([
    "node_modules/@stryker-mutator/core/bin/stryker.js",
    "run",
    ...process.argv.slice(2),
  ]);
});
