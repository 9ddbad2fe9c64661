import { sql, type SQL } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { Queryable } from "#db/client.ts";
import { encodeCursor, type SearchCursor } from "./search-cursor.ts";
import type { SearchFilters } from "./search-filters.ts";
import { searchConditions, wordsQuery } from "./search-conditions.server.ts";

export const PAGE_SIZE = 20;

export interface FoundOffer {
  id: string;
  title: string;
  organisation: string;
  town: string;
  sectorCode: string;
  sectorLabel: string;
  /** Kilometres from the place searched, null without one. */
  distanceKm: number | null;
  approximate: boolean;
  free: Record<WeekNumber, number>;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  reserved: boolean;
  publishedAt: Date;
}

export interface SearchPage {
  offers: FoundOffer[];
  /** Every offer that matches, not only this page's. */
  total: number;
  nextCursor: string | null;
}

/**
 * One page of offers open to the asker, with the true total. Pages are cut by the sort key and the id (keyset):
 * an offer that stays open is met exactly once, whatever is published or filled meanwhile.
 */
export async function searchOffers(
  db: Queryable,
  filters: SearchFilters,
  asker: Eligibility | null,
  cursor: SearchCursor | null = null,
): Promise<SearchPage> {
  const [page, total] = await Promise.all([
    readPage(db, filters, asker, cursor),
    countOffers(db, filters, asker),
  ]);
  const last = page.at(-1);
  const hasMore = page.length > PAGE_SIZE;
  const kept = hasMore ? page.slice(0, PAGE_SIZE) : page;
  const lastKept = kept.at(-1);
  return {
    offers: kept.map(toFoundOffer),
    total,
    nextCursor:
      hasMore && last && lastKept
        ? encodeCursor({ sort: filters.sort, key: lastKept.sort_key, offerId: lastKept.id })
        : null,
  };
}

/** How many offers match, for the asker. */
export async function countOffers(
  db: Queryable,
  filters: SearchFilters,
  asker: Eligibility | null,
): Promise<number> {
  const rows = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from offer_search s where ${searchConditions(filters, asker)}`,
  );
  return rows[0]?.total ?? 0;
}

interface PageRow extends Record<string, unknown> {
  id: string;
  sort_key: string;
  title: string;
  organisation: string;
  town: string;
  sector_code: string;
  sector_label: string;
  distance_km: number | null;
  approximate: boolean;
  free_week_1: number;
  free_week_2: number;
  accepts_both_weeks: boolean;
  accepts_single_week: boolean;
  reserved_to: string | null;
  published_at: string;
}

async function readPage(
  db: Queryable,
  filters: SearchFilters,
  asker: Eligibility | null,
  cursor: SearchCursor | null,
): Promise<PageRow[]> {
  const sort = sortOf(filters);
  const after = cursor
    ? sql`where (key, offer_id) ${sort.descending ? sql`<` : sql`>`} (${cursor.key}::${sort.type}, ${cursor.offerId}::uuid)`
    : sql``;
  const direction = sort.descending ? sql`desc` : sql`asc`;
  return db.execute<PageRow>(sql`
    with found as (
      select s.*, ${sort.key} as key from offer_search s where ${searchConditions(filters, asker)}
    ), page as (
      select * from found ${after} order by key ${direction}, offer_id ${direction} limit ${PAGE_SIZE + 1}
    )
    select p.offer_id as id, ${sort.text} as sort_key, o.title, h.name as organisation, t.town, p.sector_code, c.label as sector_label,
      ${distanceOf(filters, sql`p`)} as distance_km, t.approximate, p.free_week_1, p.free_week_2,
      p.accepts_both_weeks, p.accepts_single_week, p.reserved_to, p.published_at
    from page p
    join offers o on o.id = p.offer_id
    join host_organisations h on h.id = o.organisation_id
    join host_sites t on t.id = o.site_id
    join sectors c on c.code = p.sector_code
    order by p.key ${direction}, p.offer_id ${direction}`);
}

function sortOf(filters: SearchFilters): { key: SQL; type: SQL; text: SQL; descending: boolean } {
  if (filters.sort === "distance" && filters.center) {
    return { key: distanceOf(filters, sql`s`), type: sql`float8`, text: sql`p.key::text`, descending: false };
  }
  if (filters.sort === "pertinence" && filters.words) {
    const rank = sql`round(ts_rank(s.words, to_tsquery('french_plain', ${wordsQuery(filters.words)}))::numeric, 6)::float8`;
    return { key: rank, type: sql`float8`, text: sql`p.key::text`, descending: true };
  }
  const text = sql`to_char(p.key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return { key: sql`s.published_at`, type: sql`timestamptz`, text, descending: true };
}

function distanceOf({ center }: SearchFilters, row: SQL): SQL {
  return center
    ? sql`great_circle_km(${center.latitude}::float8, ${center.longitude}::float8, ${row}.latitude, ${row}.longitude)`
    : sql`null::float8`;
}

function toFoundOffer(row: PageRow): FoundOffer {
  return {
    id: row.id,
    title: row.title,
    organisation: row.organisation,
    town: row.town,
    sectorCode: row.sector_code,
    sectorLabel: row.sector_label,
    distanceKm: row.distance_km,
    approximate: row.approximate,
    free: { 1: row.free_week_1, 2: row.free_week_2 },
    acceptsBothWeeks: row.accepts_both_weeks,
    acceptsSingleWeek: row.accepts_single_week,
    reserved: row.reserved_to !== null,
    publishedAt: new Date(row.published_at),
  };
}
