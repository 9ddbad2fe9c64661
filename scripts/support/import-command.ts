import { accessSync, constants, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { sentenceOf } from "./service-process.ts";

/** A refusal told in one sentence to the person at the keyboard. */
export class ScriptFailure extends Error {}

export const say = (sentence = ""): void => void process.stdout.write(`${sentence}\n`);

/** Runs a command: a refusal is one sentence and the exit code 1, a bug is its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const text = error instanceof ScriptFailure ? error.message : sentenceOf(error);
    process.stderr.write(`✗ ${text}\n`);
    process.exitCode = 1;
  }
}

/** `--help` is answered by the usage, and nothing else is done. */
export function answerHelp(usage: string): void {
  if (!process.argv.slice(2).some((given) => given === "--help" || given === "-h")) return;
  say(`Usage : ${usage}`);
  process.exit(0);
}

/** The file and the named options of a command line; each names a file that can be read. */
export function readFileArguments<Name extends string>(
  usage: string,
  names: readonly Name[] = [],
): { file: string; options: Partial<Record<Name, string>> } {
  answerHelp(usage);
  const { positionals, values } = parse(usage, names);
  const [file, ...rest] = positionals;
  if (!file || rest.length > 0) throw new ScriptFailure(`Un fichier est attendu. Usage : ${usage}`);
  const options = values as Partial<Record<Name, string>>;
  for (const path of [file, ...Object.values<string | undefined>(options)]) if (path) checkReadable(path);
  return { file, options };
}

function parse(usage: string, names: readonly string[]): ReturnType<typeof parseArgs> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new ScriptFailure(`${(error as Error).message}. Usage : ${usage}`);
  }
}

export function checkReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK);
  } catch {
    throw new ScriptFailure(`Le fichier ${path} n'existe pas ou ne peut pas être lu.`);
  }
  if (!statSync(path).isFile()) throw new ScriptFailure(`${path} n'est pas un fichier.`);
}
