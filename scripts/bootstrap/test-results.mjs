import fs from "node:fs";
import { inProject } from "./project.mjs";

const files = {
  vitest: inProject("test-results", "vitest.json"),
  playwright: inProject("test-results", "playwright.json"),
};
const summaryFile = inProject("test-results", "summary.txt");

export function forgetResults() {
  fs.mkdirSync(inProject("test-results"), { recursive: true });
  for (const file of [...Object.values(files), summaryFile]) fs.rmSync(file, { force: true });
}

function read(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined;
}

/** A file that could not be loaded has no failed test of its own: it counts as one. */
function vitestCounts(report) {
  const brokenFiles = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

function playwrightCounts(report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky };
}

/** A runner that ended badly without saying why, or without a report, counts as one failure. */
function countsOf(runner, code) {
  const report = read(files[runner]);
  if (!report) return { passed: 0, failed: 1 };
  const counts = runner === "vitest" ? vitestCounts(report) : playwrightCounts(report);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** `ran`: the exit code of each runner. Prints and keeps the closing line; gives the number of failures. */
export function concludeTests(ran) {
  const counts = Object.entries(ran).map(([runner, code]) => countsOf(runner, code));
  const passed = counts.reduce((sum, { passed }) => sum + passed, 0);
  const failed = counts.reduce((sum, { failed }) => sum + failed, 0);
  const line = `${passed} passed, ${failed} failed`;
  fs.writeFileSync(summaryFile, `${line}\n`);
  process.stdout.write(`\n${line}\n`);
  return failed;
}
