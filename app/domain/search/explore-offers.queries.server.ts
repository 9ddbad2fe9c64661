import { sql, type SQL } from "drizzle-orm";
import { BAND_DEGREES } from "#app/domain/offers/offer-projection.store.server.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { Challenge } from "#app/domain/reference/challenges.ts";
import type { GeoBox } from "#app/kernel/geo.ts";
import { clustersInIndex } from "./offer-index/index-clusters.ts";
import { facetsInIndex } from "./offer-index/index-search.ts";
import {
  allOf,
  aspectConditions,
  PERIOD_CONDITIONS,
  searchConditions,
  visibleTo,
  type WordedSearch,
} from "./search-conditions.server.ts";
import { clusterDegrees, wholeSquares, type OfferCluster, type SearchFacets } from "./search-facets.ts";
import { PERIODS, type Period, type SearchFilters } from "./search-filters.ts";
import type { SearchSource } from "./search-offers.queries.server.ts";
import { readWords } from "./words/search-words.server.ts";

/** Offers by sector, family, period and challenge: each facet counts without its own filter, all in one pass. */
export async function countFacets(
  { db, index }: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
): Promise<SearchFacets> {
  const words = await readWords(db, filters.words);
  if (index) return facetsInIndex(index, { filters, asker, words: words?.groups ?? [] });
  const rows = await db.execute<FacetRow>(facetsQuery({ filters, asker, words }));
  const facets: SearchFacets = { total: 0, sectors: {}, families: {}, periods: {}, challenges: {} };
  for (const { facet, value, offers } of rows) {
    if (facet === "total") facets.total = offers;
    else if (facet === "periods") facets.periods[value as Period] = offers;
    else if (facet === "challenges") facets.challenges[value as Challenge] = offers;
    else facets[facet][value] = offers;
  }
  return facets;
}

interface FacetRow extends Record<string, unknown> {
  facet: keyof SearchFacets;
  value: string;
  offers: number;
}

export function facetsQuery({ filters, asker, words }: WordedSearch): SQL {
  const { place, words: worded, sectors, family, challenges, periods } = aspectConditions(filters, words);
  const near = [visibleTo(filters.campaignId, asker), place, worded].filter((one) => one !== undefined);
  const all = (...conditions: (SQL | undefined)[]) => allOf(conditions.filter((one) => one !== undefined));
  const counted = (facet: string, value: SQL, where: SQL, from = sql``) =>
    sql`select ${facet} as facet, ${value} as value, count(*)::int as offers from near s${from} where ${where} group by 1, 2`;
  const counts = [
    counted("total", sql`''::text`, all(periods, challenges, sectors, family)),
    counted("sectors", sql`s.sector_code`, all(periods, challenges)),
    counted("families", sql`s.family_slug`, all(periods, challenges)),
    ...PERIODS.map((period) =>
      counted("periods", sql`${period}::text`, all(PERIOD_CONDITIONS[period], challenges, sectors, family)),
    ),
    counted("challenges", sql`c.slug`, all(periods, sectors, family), sql`, unnest(s.challenges) c (slug)`),
  ];
  return sql`with near as (select s.* from offer_search s where ${allOf(near)}) ${sql.join(counts, sql` union all `)}`;
}

/**
 * Every offer that matches (those in the squares that a box touches, when one is given), gathered in the squares that
 * a map shows at this zoom; the largest clusters first.
 */
export async function listClusters(
  { db, index }: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  zoom: number,
  box: GeoBox | null = null,
): Promise<OfferCluster[]> {
  const degrees = clusterDegrees(zoom);
  const squares = box && wholeSquares(box, zoom);
  const words = await readWords(db, filters.words);
  const clusters = index
    ? clustersInIndex(index, { filters, asker, words: words?.groups ?? [] }, degrees, squares)
    : await db.execute<OfferCluster & Record<string, unknown>>(
        clustersQuery({ filters, asker, words }, degrees, squares),
      );
  return [...clusters].sort((a, b) => b.count - a.count);
}

export function clustersQuery(search: WordedSearch, degrees: number, squares: GeoBox | null = null): SQL {
  const seen = squares ? sql` and ${inSquares(squares)}` : sql``;
  return sql`select avg(s.latitude) as latitude, avg(s.longitude) as longitude, count(*)::int as count,
      min(s.latitude) = max(s.latitude) and min(s.longitude) = max(s.longitude) as together,
      case when count(*) = 1 then min(s.offer_id::text) end as "offerId"
    from offer_search s where ${searchConditions(search)}${seen}
    group by floor((s.latitude + 90) / ${degrees}::float8), floor((s.longitude + 180) / ${degrees}::float8)`;
}

/** Latitude bands are what the index of places begins with. */
function inSquares({ south, west, north, east }: GeoBox): SQL {
  return sql`s.band between ${Math.floor(south / BAND_DEGREES)}::int and ${Math.floor(north / BAND_DEGREES)}::int
    and s.latitude >= ${south}::float8 and s.latitude < ${north}::float8
    and s.longitude >= ${west}::float8 and s.longitude < ${east}::float8`;
}
