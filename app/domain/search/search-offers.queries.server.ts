import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { Queryable } from "#db/client.ts";
import type { FoundOffer, SearchPage } from "./found-offer.ts";
import { distanceFrom, relevanceOf, searchConditions } from "./search-conditions.server.ts";
import { encodeCursor, type SearchCursor } from "./search-cursor.ts";
import type { SearchFilters } from "./search-filters.ts";

const PAGE_SIZE = 20;

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
  const [rows, total] = await Promise.all([
    db.execute<PageRow>(pageQuery(filters, asker, cursor)),
    countOffers(db, filters, asker),
  ]);
  const kept = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? kept.at(-1) : undefined;
  return {
    offers: kept.map(toFoundOffer),
    total,
    nextCursor: last ? encodeCursor({ sort: filters.sort, key: last.sort_key, offerId: last.id }) : null,
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
  sector_label: string;
  distance_km: number | null;
  approximate: boolean;
  free_week_1: number;
  free_week_2: number;
  accepts_both_weeks: boolean;
  accepts_single_week: boolean;
  reserved_to: string | null;
}

/** The rows of one page and one more: first the keys alone, then the details of those that are shown. */
export function pageQuery(
  filters: SearchFilters,
  asker: Eligibility | null,
  cursor: SearchCursor | null,
): SQL {
  const { key, type, text, descending } = sortOf(filters);
  const after = cursor
    ? sql` and (${key}, s.offer_id) ${descending ? sql`<` : sql`>`} (${cursor.key}::${type}, ${cursor.offerId}::uuid)`
    : sql``;
  // "nulls last" is how the index on dates is sorted; no key is ever null.
  const direction = descending ? sql`desc nulls last` : sql`asc`;
  const distance = filters.center ? distanceFrom(filters.center) : sql`null::float8`;
  return sql`
    with page as (
      select s.offer_id, ${key} as key from offer_search s
      where ${searchConditions(filters, asker)}${after}
      order by ${key} ${direction}, s.offer_id ${direction} limit ${PAGE_SIZE + 1}
    )
    select s.offer_id as id, ${text} as sort_key, o.title, h.name as organisation, t.town, c.label as sector_label,
      ${distance} as distance_km, t.approximate, s.free_week_1, s.free_week_2,
      s.accepts_both_weeks, s.accepts_single_week, s.reserved_to
    from page p
    join offer_search s on s.offer_id = p.offer_id
    join offers o on o.id = p.offer_id
    join host_organisations h on h.id = o.organisation_id
    join host_sites t on t.id = o.site_id
    join sectors c on c.code = s.sector_code
    order by p.key ${direction}, p.offer_id ${direction}`;
}

function sortOf({ sort, center, words }: SearchFilters) {
  const number = { type: sql`float8`, text: sql`p.key::text` };
  if (sort === "distance" && center) return { ...number, key: distanceFrom(center), descending: false };
  if (sort === "pertinence" && words) return { ...number, key: relevanceOf(words), descending: true };
  const text = sql`to_char(p.key at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return { key: sql`s.published_at`, type: sql`timestamptz`, text, descending: true };
}

function toFoundOffer(row: PageRow): FoundOffer {
  return {
    id: row.id,
    title: row.title,
    organisation: row.organisation,
    town: row.town,
    sectorLabel: row.sector_label,
    distanceKm: row.distance_km,
    approximate: row.approximate,
    free: { 1: row.free_week_1, 2: row.free_week_2 },
    acceptsBothWeeks: row.accepts_both_weeks,
    acceptsSingleWeek: row.accepts_single_week,
    reserved: row.reserved_to !== null,
  };
}
