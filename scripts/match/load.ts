import { readFile } from "node:fs/promises";
import { drawLottery } from "#app/domain/matching/lottery.ts";
import type { Lists, Lottery, Offers, Pupils, Rankings, Rules } from "#app/domain/matching/market.ts";
import { isFileError } from "./csv-lines.ts";
import { Names } from "./grow.ts";
import { InputError, type MatchOptions } from "./options.ts";
import { Problems } from "./problems.ts";
import { readPreferences, readRankings } from "./read-lists.ts";
import { readOffers, readPupils, type Numbered } from "./read-places.ts";

/** Everything the files say, with the lottery drawn. */
export interface LoadedMarket {
  pupils: Numbered<Pupils>;
  offers: Numbered<Offers>;
  /** All valid lines, those of ineligible pupils included. */
  lists: Lists;
  rankings: Rankings | undefined;
  rules: Rules;
  lottery: Lottery;
  /** One sentence per unusable line; `skipped` counts them all. */
  problems: string[];
  skipped: number;
}

const DEFAULT_PRIORITY_TAGS = ["rep", "qpv"];

export async function loadMarket(
  options: MatchOptions,
  progress: (message: string) => void,
): Promise<LoadedMarket> {
  const tags = new Names();
  const rules = await readRules(options.rules, tags, progress);
  const found: Problems[] = [];
  const problemsOf = (file: string): Problems => {
    const problems = new Problems(file);
    found.push(problems);
    return problems;
  };
  const pupils = await readPupils(options.pupils, tags, problemsOf(options.pupils), progress);
  const offers = await readOffers(options.offers, tags, problemsOf(options.offers), progress);
  const rankings =
    options.rankings === undefined
      ? undefined
      : await readRankings(
          options.rankings,
          pupils.numbers,
          offers.numbers,
          problemsOf(options.rankings),
          progress,
        );
  const lists = await readPreferences(
    options.preferences,
    pupils.numbers,
    offers.numbers,
    problemsOf(options.preferences),
    progress,
  );
  return {
    pupils,
    offers,
    lists,
    rankings,
    rules,
    lottery: drawLottery(options.seed, pupils.ids),
    problems: found.flatMap((problems) => problems.describe()),
    skipped: found.reduce((sum, problems) => sum + problems.count, 0),
  };
}

/** rules.json: `priorityTags`, the tags that go first at every offer. */
async function readRules(
  file: string | undefined,
  tags: Names,
  progress: (message: string) => void,
): Promise<Rules> {
  let wanted: readonly string[] = DEFAULT_PRIORITY_TAGS;
  if (file !== undefined) {
    const rules = await readJsonObject(file);
    for (const key of Object.keys(rules))
      if (key !== "priorityTags") progress(`${file} : règle « ${key} » inconnue, ignorée`);
    const value = rules.priorityTags ?? DEFAULT_PRIORITY_TAGS;
    if (!Array.isArray(value) || !value.every((tag): tag is string => typeof tag === "string"))
      throw new InputError(`${file} : priorityTags attend une liste de textes`);
    wanted = value;
  }
  return { priorityTags: new Set(wanted.map((tag) => tags.number(tag))) };
}

async function readJsonObject(file: string): Promise<Record<string, unknown>> {
  let content: unknown;
  try {
    content = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    if (isFileError(error)) throw new InputError(`${file} : lecture impossible (${error.code})`);
    throw new InputError(`${file} : ce n'est pas du JSON`);
  }
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new InputError(`${file} : un objet JSON est attendu`);
  return { ...content };
}
