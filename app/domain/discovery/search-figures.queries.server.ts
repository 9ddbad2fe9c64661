import { sql, type SQL } from "drizzle-orm";
import type { Clock } from "#app/kernel/clock.ts";
import type { Queryable } from "#db/client.ts";
import { FEWEST_SHOWN, FIGURES_DAYS, type FigureList } from "./search-figures.ts";

const PAGE_SIZE = 50;

export interface SearchFigure {
  /** A word, the code of a commune or that of a sector, as the list says. */
  value: string;
  searches: number;
  /** Of these searches, those that found nothing. */
  empty: number;
}

const WORD = sql`unnest(l.words)`;
const COUNTED: Record<FigureList, { value: SQL; when: SQL }> = {
  words_without_result: { value: WORD, when: sql`l.total = 0` },
  words: { value: WORD, when: sql`true` },
  places: { value: sql`l.insee_code`, when: sql`l.insee_code is not null` },
  sectors: { value: sql`unnest(l.sectors)`, when: sql`true` },
};

/** What was searched most in the last days; what was searched a few times only is left out. */
export async function listSearchFigures(
  { db, clock }: { db: Queryable; clock: Clock },
  { list, page }: { list: FigureList; page: number },
): Promise<{ figures: SearchFigure[]; hasNext: boolean }> {
  const { value, when } = COUNTED[list];
  const rows = await db.execute<SearchFigure & Record<string, unknown>>(sql`
    with counted as (
      select ${value} as value, total from search_log l where l.searched_at > ${since(clock)}::timestamptz and ${when}
    )
    select value, count(*)::int as searches, (count(*) filter (where total = 0))::int as empty
    from counted group by value having count(*) >= ${FEWEST_SHOWN}
    order by searches desc, value limit ${PAGE_SIZE + 1} offset ${(page - 1) * PAGE_SIZE}`);
  const figures = rows.slice(0, PAGE_SIZE).map(({ searches, empty, ...row }) => {
    return { value: row.value, searches, empty: empty < FEWEST_SHOWN ? 0 : empty };
  });
  return { figures, hasNext: rows.length > PAGE_SIZE };
}

/** Searches noted in the last days, those that found nothing, and those with a word that no offer holds. */
export async function getSearchTotals({ db, clock }: { db: Queryable; clock: Clock }) {
  const [row] = await db.execute<{ searches: number; empty: number; unknown: number }>(sql`
    select count(*)::int as searches, (count(*) filter (where total = 0))::int as empty,
      (count(*) filter (where unknown_words))::int as unknown
    from search_log where searched_at > ${since(clock)}::timestamptz`);
  return { searches: row?.searches ?? 0, empty: row?.empty ?? 0, unknown: row?.unknown ?? 0 };
}

function since(clock: Clock): string {
  return new Date(clock.now().getTime() - FIGURES_DAYS * 86_400_000).toISOString();
}
