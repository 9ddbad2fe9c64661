import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { getSchoolPoint } from "#app/domain/schools/schools.queries.server.ts";
import type { Database } from "#db/client.ts";
import { countFacets } from "./explore-offers.queries.server.ts";
import { correctWords, type Correction } from "./words/correct-words.server.ts";
import type { SearchPage } from "./found-offer.ts";
import type { OfferIndex } from "./offer-index/offer-index.ts";
import { listOffersInstead } from "./offers-instead.queries.server.ts";
import type { OffersInstead } from "./offers-instead.ts";
import { decodeCursor } from "./search-cursor.ts";
import type { SearchFacets } from "./search-facets.ts";
import {
  possibleSorts,
  settleSort,
  type SearchFilters,
  type IgnoredFilter,
  type SearchQuery,
  type Sort,
} from "./search-filters.ts";
import { searchOffers, type SearchSource } from "./search-offers.queries.server.ts";
import { anyOfWords, readWords } from "./words/search-words.server.ts";
import { areaOf, type SearchPlace } from "./search-place.ts";
import { inReadingOrder, listOtherChoices, type Widening } from "./widening.ts";
import { listWidenings } from "./widen-search.queries.server.ts";

/** Below this number of offers, the reader is told what to widen. */
const POOR = 5;

export interface SearchOutcome {
  page: SearchPage;
  /** Other words were looked for: nothing holds those that were typed. */
  corrected: Correction | null;
  /** How many offers each value of each filter would bring. */
  facets: SearchFacets;
  /** Where distances are told from. */
  from: "place" | "school" | null;
  /** A page after the first. */
  further: boolean;
  sort: Sort;
  sorts: Sort[];
  /** Only for a poor search. */
  widenings: Widening[] | null;
  /** Only for a search that finds nothing. */
  instead: OffersInstead | null;
  ignored: IgnoredFilter[];
}

interface Search {
  query: SearchQuery;
  where: SearchPlace;
  campaign: Campaign;
  families: readonly SectorFamily[];
  /** The process's index of this campaign, when it has one. */
  index?: OfferIndex | null;
  /** Families that interest the asker, for "pertinence"; a further page keeps those of the first. */
  interests?: readonly string[];
}

/** Settles what the query leaves open (place, sort, page), searches, counts what each filter would bring, and looks around when little is found. */
export async function runSearch(
  db: Database,
  { query, where, campaign, families, index = null, interests: known = [] }: Search,
  asker: Eligibility | null,
): Promise<SearchOutcome> {
  const { center, departments } = areaOf(where);
  const home = center || !asker ? null : await getSchoolPoint(db, asker.schoolUai);
  const { sort, refused } = settleSort(query.sort, { center });
  const cursor = query.cursor ? decodeCursor(query.cursor, sort) : null;
  const interests = cursor ? (cursor.interests ?? []) : known;
  const asIs = { ...query, campaignId: campaign.id, center, departments, home, sort, interests };
  const source = { db, index };
  const look = (filters: SearchFilters) =>
    Promise.all([searchOffers(source, filters, asker, cursor), countFacets(source, filters, asker)]);
  const {
    filters,
    corrected,
    found: [page, facets],
  } = await lookAgain(source, asIs, asker, look);
  const asked = families.filter(({ sectors }) => sectors.some(({ code }) => query.sectors.includes(code)));
  const found = { total: page.total, families: asked.map(({ slug }) => slug) };
  const widenings =
    page.total < POOR
      ? inReadingOrder([
          ...(await listWidenings(source, filters, asker, found)),
          ...listOtherChoices(filters, facets, found.families),
        ])
      : null;
  return {
    page,
    corrected,
    facets,
    from: center ? "place" : home ? "school" : null,
    further: cursor !== null,
    sort,
    sorts: possibleSorts(filters),
    widenings,
    instead: page.total === 0 ? await listOffersInstead(source, filters, asker) : null,
    ignored: [
      ...(query.words && !(await readWords(db, query.words)) ? (["q"] as const) : []),
      ...(refused ? (["tri"] as const) : []),
      ...(query.cursor && !cursor ? (["curseur"] as const) : []),
    ],
  };
}

type Looked = [SearchPage, SearchFacets];

/** The words as they were typed; if nothing holds them all, as they may have been meant; then any of them. */
async function lookAgain(
  source: SearchSource,
  asIs: SearchFilters,
  asker: Eligibility | null,
  look: (filters: SearchFilters) => Promise<Looked>,
): Promise<{ filters: SearchFilters; corrected: Correction | null; found: Looked }> {
  const first = await look(asIs);
  const typed = asIs.words;
  if (first[0].total > 0 || !typed) return { filters: asIs, corrected: null, found: first };
  const corrected = await correctWords(source, asIs, asker);
  const second = corrected ? await look({ ...asIs, words: corrected.used }) : first;
  if (second[0].total === 0) {
    const used = await anyOfWords(source.db, corrected?.used ?? typed);
    const third = used ? await look({ ...asIs, words: used }) : null;
    if (used && third && third[0].total > 0)
      return { filters: { ...asIs, words: used }, corrected: { typed, used }, found: third };
  }
  return { filters: corrected ? { ...asIs, words: corrected.used } : asIs, corrected, found: second };
}
