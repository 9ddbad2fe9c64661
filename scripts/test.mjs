import { buildIfNeeded, prepareStyles } from "./bootstrap/build.mjs";
import { prepareToRun } from "./bootstrap/prepare.mjs";
import { runNode } from "./bootstrap/processes.mjs";
import { inProject } from "./bootstrap/project.mjs";
import { ensureSystemPackages } from "./bootstrap/system-packages.mjs";
import { heading, runCommand } from "./bootstrap/terminal.mjs";
import { concludeTests, forgetResults } from "./bootstrap/test-results.mjs";

/** `--unit` leaves out the browser; a path or filter does too. `--engines` plays the main journey in other engines, and nothing else. */
const args = process.argv.slice(2);
const engines = args.includes("--engines");
const filters = args.filter((argument) => argument !== "--unit" && argument !== "--engines");
const withBrowser = args.length === 0;

// The tests make databases of their own: that of the environment is out of their reach.
delete process.env.DATABASE_URL;

function runVitest() {
  return runNode([
    inProject("node_modules/vitest/vitest.mjs"),
    "run",
    "--reporter=default",
    "--reporter=json",
    "--outputFile.json=test-results/vitest.json",
    ...filters,
  ]);
}

async function runEndToEnd(files = []) {
  try {
    await buildIfNeeded();
  } catch (error) {
    process.stderr.write(`\n✗ ${error.message}\n`);
    return 1;
  }
  heading("Tests de bout en bout (Playwright)");
  return await runNode([inProject("node_modules/@playwright/test/cli.js"), "test", ...files]);
}

await runCommand(async () => {
  await prepareToRun();
  await ensureSystemPackages({ browser: withBrowser || engines, engines });
  await prepareStyles();
  forgetResults();
  if (engines) {
    process.env.TEST_ENGINES = "1";
    return concludeTests({ playwright: await runEndToEnd(["engines.spec.ts"]) }) === 0 ? 0 : 1;
  }
  heading("Tests unitaires et d’intégration (vitest)");
  const ran = { vitest: await runVitest() };
  if (withBrowser) ran.playwright = await runEndToEnd();
  return concludeTests(ran) === 0 ? 0 : 1;
});
