import { readdirSync } from "node:fs";

const BENCHES = new URL("./bench/", import.meta.url);
const [name = "", ...args] = process.argv.slice(2);

/** Each bench is `bench/<name>.ts` and exports `run<Name>Bench(args)`; helpers bear a hyphen. */
const known = readdirSync(BENCHES)
  .filter((file) => /^[a-z]+\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

if (!known.includes(name)) {
  process.stderr.write(`Usage : npm run bench -- NOM [options]. Mesures connues : ${known.join(", ")}.\n`);
  process.exitCode = 2;
} else {
  const module = (await import(new URL(`${name}.ts`, BENCHES).href)) as Record<string, unknown>;
  const run = module[`run${name.charAt(0).toUpperCase()}${name.slice(1)}Bench`];
  if (typeof run !== "function") throw new Error(`bench/${name}.ts exports no bench`);
  await (run as (args: string[]) => Promise<void>)(args);
}
