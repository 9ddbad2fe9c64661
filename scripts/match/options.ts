import { parseArgs } from "node:util";

/** Input that cannot be used at all: a missing file, a wrong option. The command ends with code 2. */
export class InputError extends Error {}

export interface MatchOptions {
  pupils: string;
  offers: string;
  preferences: string;
  seed: string;
  rankings?: string;
  rules?: string;
  promotion: boolean;
  skipInvalid: boolean;
}

export type MatchCommand =
  | { mode: "help" }
  | { mode: "verify"; options: MatchOptions; assignment: string }
  | { mode: "run"; options: MatchOptions; out: string; report: string; tails: number; lists?: string };

export const USAGE = `Affectation sur fichiers :
  npm run match -- --pupils FICHIER --offers FICHIER --preferences FICHIER --seed N
                   [--rankings FICHIER] [--rules FICHIER] [--promotion] [--skip-invalid]
                   [--tails K --lists FICHIER] --out FICHIER --report FICHIER
Vérification d'une affectation (mêmes données, sans --out ni --report) :
  npm run match -- --verify FICHIER --pupils … --offers … --preferences … --seed N
                   [--rankings …] [--rules …] [--promotion] [--skip-invalid]
  Une affectation faite avec --tails se vérifie avec --preferences LISTES_COMPLÉTÉES.
Codes de sortie : 0 réussite, affectation stable ; 1 affectation refusée ; 2 données ou options inutilisables.`;

export function parseCommand(args: readonly string[]): MatchCommand {
  const values = readFlags(args);
  if (values.help === true) return { mode: "help" };
  const need = (name: "pupils" | "offers" | "preferences" | "seed" | "out" | "report"): string => {
    const value = values[name];
    if (value === undefined || value === "") throw new InputError(`Il manque --${name}.\n${USAGE}`);
    return value;
  };
  const options: MatchOptions = {
    pupils: need("pupils"),
    offers: need("offers"),
    preferences: need("preferences"),
    seed: need("seed"),
    rankings: values.rankings,
    rules: values.rules,
    promotion: values.promotion ?? false,
    skipInvalid: values["skip-invalid"] ?? false,
  };
  if (values.verify !== undefined) return { mode: "verify", options, assignment: values.verify };
  const tails = values.tails ?? "0";
  if (!/^\d{1,3}$/.test(tails)) throw new InputError(`--tails attend un nombre entier, pas « ${tails} ».`);
  return {
    mode: "run",
    options,
    out: need("out"),
    report: need("report"),
    tails: Number(tails),
    lists: values.lists,
  };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        pupils: { type: "string" },
        offers: { type: "string" },
        preferences: { type: "string" },
        rankings: { type: "string" },
        rules: { type: "string" },
        seed: { type: "string" },
        tails: { type: "string" },
        lists: { type: "string" },
        out: { type: "string" },
        report: { type: "string" },
        verify: { type: "string" },
        promotion: { type: "boolean" },
        "skip-invalid": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    throw new InputError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}
