import fs from "node:fs";
import path from "node:path";
import { findDuplicates } from "./duplicates.ts";
import { findNamedTests } from "./named-tests.ts";
import type { BudgetReport, SourceFile } from "./budget-report.ts";
import { messageProblems } from "./message-path.ts";
import { readSourceFacts, type SourceFacts } from "./source-facts.ts";
import { quantile } from "#app/kernel/quantile.ts";

const LIMITS = {
  file: { median: 60, p90: 180, max: 350 },
  folder: 25,
  functionP99: 80,
  loader: { median: 12, max: 40 },
  action: { max: 50 },
};

/** Data written as code: their length says nothing about the design. */
const dataFiles = /^db\/seed\/reference\//;

type Measured = SourceFacts & { path: string };

function fileProblems(files: Measured[], report: BudgetReport): void {
  const lengths = files.map((file) => file.lines);
  const median = quantile(lengths, 0.5);
  const p90 = quantile(lengths, 0.9);
  report.figures.push(
    `files: ${files.length}, median ${median} lines, p90 ${p90}, longest ${Math.max(0, ...lengths)}`,
  );
  if (median > LIMITS.file.median)
    report.problems.push(`median of files: ${median} lines > ${LIMITS.file.median}`);
  if (p90 > LIMITS.file.p90) report.problems.push(`p90 of files: ${p90} lines > ${LIMITS.file.p90}`);
}

function functionProblems(files: Measured[], report: BudgetReport): void {
  const all = files.flatMap((file) => file.functions.map((fact) => ({ ...fact, path: file.path })));
  const p99 = quantile(
    all.map((fact) => fact.lines),
    0.99,
  );
  report.figures.push(`functions: ${all.length}, p99 ${p99} lines`);
  if (p99 <= LIMITS.functionP99) return;
  const longest = all.filter((fact) => fact.lines > LIMITS.functionP99);
  for (const fact of longest)
    report.problems.push(
      `${fact.path}:${fact.line} ${fact.name}: ${fact.lines} lines > ${LIMITS.functionP99}`,
    );
}

function routeProblems(files: Measured[], report: BudgetReport): void {
  const routes = files.filter((file) => file.path.startsWith("app/routes/"));
  const named = (name: string) =>
    routes.flatMap((file) =>
      file.functions.filter((fact) => fact.name === name).map((fact) => ({ ...fact, path: file.path })),
    );
  const loaders = named("loader");
  const actions = named("action");
  const median = quantile(
    loaders.map((fact) => fact.lines),
    0.5,
  );
  report.figures.push(`loaders: ${loaders.length}, median ${median} lines; actions: ${actions.length}`);
  if (median > LIMITS.loader.median)
    report.problems.push(`median of loaders: ${median} lines > ${LIMITS.loader.median}`);
  for (const [facts, max] of [
    [loaders, LIMITS.loader.max],
    [actions, LIMITS.action.max],
  ] as const) {
    for (const fact of facts.filter(({ lines }) => lines > max))
      report.problems.push(`${fact.path}:${fact.line} ${fact.name}: ${fact.lines} lines > ${max}`);
  }
}

/** A folder is read at a glance. */
function folderProblems(files: Measured[], report: BudgetReport): void {
  const sizes = new Map<string, number>();
  for (const file of files) {
    const folder = path.posix.dirname(file.path);
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  report.figures.push(`folders: ${sizes.size}, the fullest holds ${Math.max(0, ...sizes.values())} files`);
  for (const [folder, size] of sizes)
    if (size > LIMITS.folder) report.problems.push(`${folder}: ${size} files > ${LIMITS.folder}`);
}

/** The budgets of the code: lengths, evasions, repeated blocks. */
export function measureBudgets(sources: SourceFile[]): BudgetReport {
  const report: BudgetReport = { figures: [], problems: [] };
  const measured = sources
    .filter((file) => !dataFiles.test(file.path))
    .map((file) => ({ path: file.path, ...readSourceFacts(file.path, file.text) }));
  const production = measured.filter((file) => !file.path.startsWith("tests/"));
  fileProblems(production, report);
  functionProblems(production, report);
  routeProblems(production, report);
  folderProblems(measured, report);
  const { useCases, untested } = findNamedTests(measured);
  report.figures.push(
    `use cases: ${useCases.length}, found tested by their name: ${useCases.length - untested.length}`,
  );
  messageProblems(sources, report);
  report.problems.push(
    ...untested.map((place) => `app/domain/${place}.server.ts has no test at tests/domain/${place}.test.ts`),
  );
  for (const file of measured) {
    if (file.lines > LIMITS.file.max)
      report.problems.push(`${file.path}: ${file.lines} lines > ${LIMITS.file.max}`);
    for (const { line, what } of file.evasions) report.problems.push(`${file.path}:${line} ${what}`);
  }
  const repeated = findDuplicates(
    sources.filter((file) => /^(app|db|scripts)\//.test(file.path) && !dataFiles.test(file.path)),
  );
  report.figures.push(`repeated blocks: ${repeated.length}`);
  report.problems.push(
    ...repeated.map(({ first, second, lines }) => `${lines} same lines: ${first} and ${second}`),
  );
  return report;
}

/** TypeScript sources of the project, what is generated left out. */
export function readSources(root: string): SourceFile[] {
  const generated = /(^|\/)(generated|node_modules)\//;
  return ["app", "db", "scripts", "tests"].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(folder, file.replaceAll("\\", "/")))
      .filter((file) => /\.tsx?$/.test(file) && !generated.test(file))
      .sort()
      .map((file) => ({ path: file, text: fs.readFileSync(path.join(root, file), "utf8") })),
  );
}
