import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { Database } from "#db/client.ts";
import type { SearchPage } from "./found-offer.ts";
import type { OfferIndex } from "./offer-index.ts";
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
  /** The process's index of this campaign, when it has one. */
  index?: OfferIndex | null;
}

/** Settles what the query leaves open (place, sort, page), searches, and looks around when little is found. */
export async function runSearch(
  db: Database,
  { query, where, campaign, families, index = null }: Search,
  asker: Eligibility | null,
): Promise<SearchOutcome> {
  const center = where.kind === "found" ? where.center : null;
  const { sort, refused } = settleSort(query.sort, { center });
  const filters = { ...query, campaignId: campaign.id, center, sort };
  const cursor = query.cursor ? decodeCursor(query.cursor, sort) : null;
  const source = { db, index };
  const page = await searchOffers(source, filters, asker, cursor);
  const asked = families.filter(({ sectors }) => sectors.some(({ code }) => query.sectors.includes(code)));
  const found = { total: page.total, families: asked.map(({ slug }) => slug) };
  return {
    page,
    further: cursor !== null,
    sort,
    sorts: possibleSorts(filters),
    widenings: page.total < POOR ? await listWidenings(source, filters, asker, found) : null,
    ignored: [
      ...(refused ? (["tri"] as const) : []),
      ...(query.cursor && !cursor ? (["curseur"] as const) : []),
    ],
  };
}
