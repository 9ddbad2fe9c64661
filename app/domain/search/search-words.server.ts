import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import { readWordGroups, type WordGroup } from "./index-words.ts";

/** What PostgreSQL made of the words typed. */
export interface SearchWords {
  /** The whole as text of a tsquery. */
  query: string;
  groups: WordGroup[];
}

/** The same words always have the same stems: a process asks once. */
const known = new LRUCache<string, { words: SearchWords | null }>({ max: 5000 });

/**
 * Words as stems, all of which must be there; the last may be the beginning of one, as it is being typed. Words of no
 * meaning alone ("le", "une") are left out; null when nothing is left to ask for.
 */
export async function readWords(db: Queryable, typed: string | null): Promise<SearchWords | null> {
  const terms = normaliseText(typed ?? "")
    .split(" ")
    .filter(Boolean);
  if (terms.length === 0) return null;
  const text = `${terms.join(" & ")}:*`;
  const cached = known.get(text);
  if (cached) return cached.words;
  const [row] = await db.execute<{ query: string }>(
    sql`select to_tsquery('french_plain', ${text})::text as query`,
  );
  const groups = readWordGroups(row?.query ?? "");
  const words = groups.length > 0 ? { query: row?.query ?? "", groups } : null;
  known.set(text, { words });
  return words;
}

/** A group as a tsquery that asks for words standing where the weight says. */
export function groupQuery({ anyOf }: WordGroup, weight: "A" | "B"): string {
  const quoted = (lexeme: string) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return anyOf.map(({ lexeme, prefix }) => `${quoted(lexeme)}:${prefix ? "*" : ""}${weight}`).join(" | ");
}
