import { readdirSync } from "node:fs";
import { answerHelp, ScriptFailure } from "./support/import-command.ts";

const BENCHES = new URL("./bench/", import.meta.url);
const [name = "", ...args] = process.argv.slice(2);

/** Each bench is `bench/<name>.ts` and exports `run<Name>Bench(args)`; helpers bear a hyphen. */
const known = readdirSync(BENCHES)
  .filter((file) => /^[a-z]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

const USAGE = `npm run bench -- NOM [options]. Mesures connues : ${known.join(", ")}.
Options : search --size 300k|1m|N --offers FICHIER --seed N --queries N --server URL
          pages --size N --seconds N --connections N
          alerts --searches N --offers N --national N --server URL
          board --classes N --pupils N --runs N
          signin --size N --seconds N --per-second N --pairs N
          seats --clients N --seconds N --offers N --seats N --connections N
          invariants --pupils N --rebuild
          matching --sizes N,N --seats N --scarce N --tails N --seed N --quick --write DOSSIER`;

answerHelp(USAGE);
if (known.includes(name)) await runBench();
else refuse("");

async function runBench(): Promise<void> {
  const module = (await import(new URL(`${name}.ts`, BENCHES).href)) as Record<string, unknown>;
  const run = module[`run${name.charAt(0).toUpperCase()}${name.slice(1)}Bench`];
  if (typeof run !== "function") throw new Error(`bench/${name}.ts exports no bench`);
  try {
    await (run as (args: string[]) => Promise<void>)(args);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    refuse(`✗ ${error.message}\n`);
  }
}

/** Options that cannot be read are told in a sentence; the rest is a bug, and shows its stack. */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return error instanceof ScriptFailure || (code?.startsWith("ERR_PARSE_ARGS") ?? false);
}

function refuse(reason: string): void {
  process.stderr.write(`${reason}Usage : ${USAGE}\n`);
  process.exitCode = 2;
}
