import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { reservationAdmits } from "#app/domain/offers/reservation-admits.server.ts";
import { runPrepared, textOf, type Database } from "#db/client.ts";
import type { FoundOffer, SearchPage } from "./found-offer.ts";
import { countInIndex, findInIndex } from "./offer-index/index-search.ts";
import type { OfferIndex } from "./offer-index/offer-index.ts";
import { metresFrom, scoreOf, searchConditions, type WordedSearch } from "./search-conditions.server.ts";
import { encodeCursor, type SearchCursor } from "./search-cursor.ts";
import type { SearchFilters } from "./search-filters.ts";
import { readWords } from "./words/search-words.server.ts";

const PAGE_SIZE = 20;

/** Where a search is asked: the search table, and the index made of it when this process has one. */
export interface SearchSource {
  db: Database;
  index: OfferIndex | null;
}

/**
 * One page of offers open to the asker, with the true total. Pages are cut by the sort key and the id (keyset):
 * an offer that stays open is met exactly once, whatever is published or filled meanwhile.
 */
export async function searchOffers(
  { db, index }: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  cursor: SearchCursor | null = null,
): Promise<SearchPage> {
  const search = { filters, asker, words: await readWords(db, filters.words) };
  if (index) return pageOfIndex(db, index, search, cursor);
  const [rows, total] = await Promise.all([
    db.execute<PageRow>(pageQuery(search, cursor)),
    countRows(db, search),
  ]);
  const kept = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? kept.at(-1) : undefined;
  return {
    offers: kept.map((row) => toFoundOffer(row, row.sector_label)),
    total,
    before: cursor?.shown ?? 0,
    nextCursor: last ? cursorAfter(search, cursor, { id: last.id, key: last.sort_key }) : null,
  };
}

/** How many offers match, for the asker. */
export async function countOffers(
  { db, index }: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
): Promise<number> {
  const words = await readWords(db, filters.words);
  if (index) return countInIndex(index, { filters, asker, words: words?.groups ?? [] });
  return countRows(db, { filters, asker, words });
}

async function countRows(db: Database, search: WordedSearch): Promise<number> {
  const rows = await db.execute<{ total: number }>(countQuery(search));
  return rows[0]?.total ?? 0;
}

export function countQuery(search: WordedSearch): SQL {
  return sql`select count(*)::int as total from offer_search s where ${searchConditions(search)}`;
}

/** The index proposes, the table disposes: a row closed since is not shown, and rights are checked on the row. */
async function pageOfIndex(
  db: Database,
  index: OfferIndex,
  search: WordedSearch,
  cursor: SearchCursor | null,
): Promise<SearchPage> {
  const { filters, asker, words } = search;
  const { total, offers } = findInIndex(
    index,
    { filters, asker, words: words?.groups ?? [] },
    cursor,
    PAGE_SIZE + 1,
  );
  const kept = offers.slice(0, PAGE_SIZE);
  const last = offers.length > PAGE_SIZE ? kept.at(-1) : undefined;
  const from = filters.center ?? filters.home;
  const shown =
    kept.length === 0
      ? []
      : await runPrepared<OfferRow>(db, SHOWN_OFFERS, [
          `{${kept.map(({ id }) => id).join(",")}}`,
          asker?.priorityEducation ?? false,
          asker?.priorityDistrict ?? false,
          asker?.schoolUai ?? null,
          from?.latitude ?? null,
          from?.longitude ?? null,
        ]);
  const byId = new Map(shown.map((row) => [row.id, row]));
  return {
    offers: kept.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? toFoundOffer(row, index.sectorLabel(row.sector_code)) : [];
    }),
    total,
    before: cursor?.shown ?? 0,
    nextCursor: last ? cursorAfter(search, cursor, last) : null,
  };
}

function cursorAfter(
  { filters: { sort, interests } }: WordedSearch,
  before: SearchCursor | null,
  last: { id: string; key: string },
): string {
  const shown = (before?.shown ?? 0) + PAGE_SIZE;
  return encodeCursor({ sort, key: last.key, offerId: last.id, shown, ...(interests && { interests }) });
}

export interface OfferRow extends Record<string, unknown> {
  id: string;
  metres: number | null;
  title: string;
  organisation: string;
  town: string;
  department_code: string;
  sector_code: string;
  family_slug: string;
  glimpse: string | null;
  reply_days: number | null;
  published_at: string | Date;
  approximate: boolean;
  free_week_1: number;
  free_week_2: number;
  accepts_both_weeks: boolean;
  accepts_single_week: boolean;
  reserved_to: string | null;
}

interface PageRow extends OfferRow {
  sort_key: string;
  sector_label: string;
}

export const SHOWN_COLUMNS = `s.offer_id as id, s.title, s.organisation, s.town, s.department_code, s.sector_code, s.family_slug,
  s.glimpse, s.reply_days, s.published_at, s.approximate,
  s.free_week_1, s.free_week_2, s.accepts_both_weeks, s.accepts_single_week, s.reserved_to`;

const ADMITTED = reservationAdmits("s", {
  priorityEducation: sql`$2::boolean`,
  priorityDistrict: sql`$3::boolean`,
  schoolUai: sql`$4::text`,
});

/** Constant, so that a connection plans it once. Without a point to measure from, `great_circle_km` would tell half the Earth. */
export const SHOWN_OFFERS = `select ${SHOWN_COLUMNS},
  case when $5::float8 is not null
    then round(great_circle_km($5::float8, $6::float8, s.latitude, s.longitude) * 1000)::int end as metres
  from offer_search s
  where s.offer_id = any($1::uuid[]) and ${textOf(ADMITTED)}`;

/** The rows of one page and one more: first the keys alone, then the details of those that are shown. */
export function pageQuery(search: WordedSearch, cursor: SearchCursor | null): SQL {
  const { key, type, text, descending } = sortOf(search);
  const from = search.filters.center ?? search.filters.home;
  const after = cursor
    ? sql` and (${key}, s.offer_id) ${descending ? sql`<` : sql`>`} (${cursor.key}::${type}, ${cursor.offerId}::uuid)`
    : sql``;
  // "nulls last" is how the index on dates is sorted; no key is ever null.
  const direction = descending ? sql`desc nulls last` : sql`asc`;
  return sql`
    with page as (
      select s.offer_id, ${key} as key from offer_search s
      where ${searchConditions(search)}${after}
      order by ${key} ${direction}, s.offer_id ${direction} limit ${PAGE_SIZE + 1}
    )
    select ${sql.raw(SHOWN_COLUMNS)}, c.label as sector_label, ${text} as sort_key, ${from ? metresFrom(from) : sql`null::int`} as metres
    from page p join offer_search s on s.offer_id = p.offer_id join sectors c on c.code = s.sector_code
    order by p.key ${direction}, p.offer_id ${direction}`;
}

function sortOf(search: WordedSearch) {
  const { sort, center } = search.filters;
  if (sort === "distance" && center)
    return { key: metresFrom(center), type: sql`int`, text: sql`p.key::text`, descending: false };
  if (sort === "pertinence")
    return { key: scoreOf(search), type: sql`bigint`, text: sql`p.key::text`, descending: true };
  const text = sql`to_char(p.key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return { key: sql`s.published_at`, type: sql`timestamptz`, text, descending: true };
}

export function toFoundOffer(row: OfferRow, sectorLabel: string): FoundOffer {
  return {
    id: row.id,
    title: row.title,
    organisation: row.organisation,
    town: row.town,
    department: row.department_code,
    sectorLabel,
    familySlug: row.family_slug,
    glimpse: row.glimpse,
    replyDays: row.reply_days,
    publishedOn: parisDate(new Date(row.published_at)),
    distanceKm: row.metres === null ? null : row.metres / 1000,
    approximate: row.approximate,
    free: { 1: row.free_week_1, 2: row.free_week_2 },
    acceptsBothWeeks: row.accepts_both_weeks,
    acceptsSingleWeek: row.accepts_single_week,
    reserved: row.reserved_to !== null,
  };
}
