import { spawn } from "node:child_process";
import path from "node:path";
import { getFileInfo } from "prettier";
import { measureBudgets, readSources } from "./check/budgets.ts";

interface Outcome {
  failed: boolean;
  output: string;
}

interface Check {
  title: string;
  run(): Promise<Outcome>;
}

const root = path.resolve(import.meta.dirname, "..");
const inModules = (file: string) => path.join(root, "node_modules", file);

function node(args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += String(chunk)));
    child.stderr.on("data", (chunk: Buffer) => (output += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ failed: code !== 0, output: output.trim() }));
  });
}

function budgets(): Promise<Outcome> {
  const { figures, problems } = measureBudgets(readSources(root));
  const lines = [...figures, ...problems.map((problem) => `✗ ${problem}`)];
  return Promise.resolve({ failed: problems.length > 0, output: lines.join("\n") });
}

/** A source that the formatter does not see is measured wrong: its lines are as long as its author likes. */
async function unseenByFormatter(): Promise<Outcome> {
  const ignorePath = path.join(root, ".prettierignore");
  const unseen: string[] = [];
  for (const { path: file } of readSources(root)) {
    const { ignored } = await getFileInfo(path.join(root, file), { ignorePath });
    if (ignored) unseen.push(`✗ ${file} is left out by .prettierignore`);
  }
  return { failed: unseen.length > 0, output: unseen.join("\n") };
}

const checks: Check[] = [
  {
    title: "Lint (eslint, types included)",
    run: () => node([inModules("eslint/bin/eslint.js"), "--max-warnings=0", "."]),
  },
  { title: "Types (tsc)", run: () => node([inModules("typescript/bin/tsc"), "--noEmit"]) },
  {
    title: "Format (prettier)",
    run: () => node([inModules("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]),
  },
  { title: "Format sees every source", run: unseenByFormatter },
  {
    title: "Architecture (direction of imports)",
    run: () =>
      node([
        inModules("dependency-cruiser/bin/dependency-cruise.mjs"),
        "--config",
        ".dependency-cruiser.cjs",
        ...["app", "db", "scripts", "tests"],
      ]),
  },
  { title: "Dead code (knip)", run: () => node([inModules("knip/bin/knip.js"), "--no-progress"]) },
  { title: "Budgets (lengths, evasions, repeated blocks)", run: budgets },
];

function show({ title }: Check, { failed, output }: Outcome): void {
  console.log(`\n${failed ? "✗" : "✓"} ${title}`);
  if (output) console.log(output.replace(/^/gm, "  "));
}

async function main(): Promise<void> {
  const styles = await node(["--import", "tsx", "scripts/prepare-dsfr.ts"]);
  if (styles.failed) {
    console.error(styles.output);
    process.exit(1);
  }
  const waiting = [...checks];
  const failures: string[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await check.run();
      if (outcome.failed) failures.push(check.title);
      show(check, outcome);
    }
  };
  // Two at a time: eslint and the compiler fill a small machine.
  await Promise.all([work(), work()]);
  console.log(failures.length === 0 ? "\nAll checks pass." : `\nRefused by: ${failures.join(", ")}.`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

await main();
