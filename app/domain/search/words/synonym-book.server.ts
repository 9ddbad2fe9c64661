import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import { EMPTY_WORDS } from "./empty-words.ts";
import { expressionOf, formsOf, keyOf, type Expression, type Stems, type Synonyms } from "./word-groups.ts";

/** The groups of synonyms, ready to be looked up. */
export interface SynonymBook extends Synonyms {
  /** Every expression as it was written. */
  written: readonly string[];
  version: string;
}

/** A process asks this often whether the synonyms have changed. */
const CHECKED_EVERY_MS = 15_000;

const books = new LRUCache<"book", SynonymBook, { db: Queryable }>({
  max: 1,
  ttl: CHECKED_EVERY_MS,
  // Forgotten while it is read, a book still serves those who wait for it.
  ignoreFetchAbort: true,
  fetchMethod: async (_key, before, { context: { db } }) => {
    const version = await readVersion(db);
    return before?.version === version ? before : loadBook(db, version);
  },
});

/** The synonyms as they were a few seconds ago at most: what another process edits is seen by then. */
export async function readSynonymBook(db: Queryable): Promise<SynonymBook> {
  return books.forceFetch("book", { context: { db } });
}

/** To call once an edit is committed: the next search of this process reads the synonyms again. */
export function forgetSynonyms(): void {
  books.clear();
}

/** Two nouns that PostgreSQL takes for "had" and "his". */
const NOUNS = new Map<string, string[]>([
  ["avions", ["avion"]],
  ["son", ["son"]],
]);

/** What PostgreSQL makes of each of these words, without accent. */
export async function readStems(db: Queryable, words: readonly string[]): Promise<Stems> {
  const list = `{${words.map((word) => `"${word}"`).join(",")}}`;
  const rows = await db.execute<{ word: string; lexemes: string[] }>(
    sql`select word, tsvector_to_array(to_tsvector('french_plain', word)) as lexemes
      from unnest(${list}::text[]) word`,
  );
  return new Map(
    rows.map(({ word, lexemes }) => [word, EMPTY_WORDS.has(word) ? [] : (NOUNS.get(word) ?? lexemes)]),
  );
}

/** Of every group: the clock of whoever edits one may be late on that of another machine. */
async function readVersion(db: Queryable): Promise<string> {
  const [row] = await db.execute<{ version: string }>(
    sql`select md5(coalesce(string_agg(id || ' ' || updated_at, ',' order by id), '')) as version from search_synonyms`,
  );
  return row?.version ?? "";
}

async function loadBook(db: Queryable, version: string): Promise<SynonymBook> {
  const rows = await db.execute<{ words: string[] }>(sql`select words from search_synonyms order by id`);
  const groups = rows.map(({ words }) => words.map((text) => normaliseText(text).split(" ")));
  const stems = await readStems(db, formsOf(groups.flat(2)));
  const others = new Map<string, Expression[]>();
  for (const group of groups) {
    const expressions = group.map((words) => ({
      keys: keysOf(words, stems),
      expression: expressionOf(words, stems),
    }));
    for (const { keys } of expressions)
      for (const key of keys) {
        const told = expressions.filter((one) => one.expression.length > 0 && !one.keys.includes(key));
        others.set(key, [...(others.get(key) ?? []), ...told.map(({ expression }) => expression)]);
      }
  }
  return {
    others,
    longest: Math.max(1, ...groups.flat().map((words) => words.length)),
    written: rows.flatMap(({ words }) => words),
    version,
  };
}

/** A single word is looked up in either gender; an expression as it is written. */
function keysOf(words: readonly string[], stems: Stems): readonly string[] {
  const [only, ...more] = expressionOf(words, stems);
  if (!only) return [];
  return more.length === 0 ? only : [keyOf(words, stems)];
}
