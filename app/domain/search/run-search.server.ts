import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { Queryable } from "#db/client.ts";
import type { SearchPage } from "./found-offer.ts";
import { decodeCursor } from "./search-cursor.ts";
import {
  possibleSorts,
  settleSort,
  type IgnoredFilter,
  type SearchQuery,
  type Sort,
} from "./search-filters.ts";
import { searchOffers } from "./search-offers.queries.server.ts";
import type { SearchPlace } from "./search-place.ts";
import type { Widening } from "./widening.ts";
import { listWidenings } from "./widen-search.queries.server.ts";

/** Below this number of offers, the reader is told what to widen. */
const POOR = 5;

export interface SearchOutcome {
  page: SearchPage;
  /** A page after the first. */
  further: boolean;
  sort: Sort;
  sorts: Sort[];
  /** Only for a poor search. */
  widenings: Widening[] | null;
  ignored: IgnoredFilter[];
}

interface Search {
  query: SearchQuery;
  where: SearchPlace;
  campaign: Campaign;
  families: readonly SectorFamily[];
}

/** Settles what the query leaves open (place, sort, page), searches, and looks around when little is found. */
export async function runSearch(
  db: Queryable,
  { query, where, campaign, families }: Search,
  asker: Eligibility | null,
): Promise<SearchOutcome> {
  const center = where.kind === "found" ? where.center : null;
  const { sort, refused } = settleSort(query.sort, { center, words: query.words });
  const filters = { ...query, campaignId: campaign.id, center, sort };
  const cursor = query.cursor ? decodeCursor(query.cursor, sort) : null;
  const page = await searchOffers(db, filters, asker, cursor);
  const asked = families.filter(({ sectors }) => sectors.some(({ code }) => query.sectors.includes(code)));
  const found = { total: page.total, families: asked.map(({ slug }) => slug) };
  return {
    page,
    further: cursor !== null,
    sort,
    sorts: possibleSorts(filters),
    widenings: page.total < POOR ? await listWidenings(db, filters, asker, found) : null,
    ignored: [
      ...(refused ? (["tri"] as const) : []),
      ...(query.cursor && !cursor ? (["curseur"] as const) : []),
    ],
  };
}
