import { eq, sql } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import { persons, searchSynonyms } from "#db/schema/index.ts";

const PAGE_SIZE = 50;

export interface SynonymGroup {
  id: string;
  words: string[];
}

/** Groups in the order of their first word, those that hold the letters asked; the cursor is that of the page before. */
export async function listSynonyms(
  db: Queryable,
  { containing, cursor }: { containing: string; cursor: string | null },
): Promise<{ groups: SynonymGroup[]; total: number; nextCursor: string | null }> {
  const letters = normaliseText(containing);
  const held = letters ? sql`plain like ${`%${letters}%`}` : sql`true`;
  // No text of the database holds a NUL, nor takes one.
  const [, key, id] = /^(.*)_([^_]+)$/.exec((cursor ?? "").replaceAll("\0", "")) ?? [];
  const after = key !== undefined && isId(id) ? sql`(key, id) > (${key}, ${id}::uuid)` : sql`true`;
  const rows = await db.execute<{ id: string; words: string[]; key: string; total: number }>(sql`
    with listed as (
      select id, words, lower(unaccent(words[1])) collate "C" as key, count(*) over ()::int as total
      from search_synonyms, lower(unaccent(regexp_replace(array_to_string(words, ' | '), '[^[:alnum:]|]+', ' ', 'g'))) plain
      where ${held}
    )
    select * from listed where ${after} order by key, id limit ${PAGE_SIZE + 1}`);
  const page = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? page.at(-1) : undefined;
  return {
    groups: page.map((row) => ({ id: row.id, words: row.words })),
    total: rows[0]?.total ?? 0,
    nextCursor: last ? `${last.key}_${last.id}` : null,
  };
}

/** A group, when it was last written and by whom; nobody for those that came with the service. */
export async function getSynonyms(
  db: Queryable,
  id: string | undefined,
): Promise<(SynonymGroup & { updatedAt: Date; updatedBy: string | null }) | null> {
  if (!isId(id)) return null;
  const [row] = await db
    .select({
      id: searchSynonyms.id,
      words: searchSynonyms.words,
      updatedAt: searchSynonyms.updatedAt,
      updatedBy: sql<string | null>`${persons.firstName} || ' ' || ${persons.lastName}`,
    })
    .from(searchSynonyms)
    .leftJoin(persons, eq(persons.id, searchSynonyms.updatedBy))
    .where(eq(searchSynonyms.id, id));
  return row ?? null;
}
