import { prepareToRun } from "./bootstrap/prepare.mjs";
import { runNode } from "./bootstrap/processes.mjs";
import { runCommand } from "./bootstrap/terminal.mjs";

// The long proofs at full size: same tests, without the browser.
await runCommand(async () => {
  await prepareToRun();
  return await runNode(["scripts/test.mjs", "--unit", ...process.argv.slice(2)], { env: { TEST_LONG: "1" } });
});
