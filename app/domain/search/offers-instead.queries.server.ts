import type { Eligibility } from "#app/domain/offers/offer.ts";
import type { GivenUp, OffersInstead } from "./offers-instead.ts";
import type { SearchFilters } from "./search-filters.ts";
import { searchOffers, type SearchSource } from "./search-offers.queries.server.ts";

const SHOWN = 3;
const FAR_KM = 100;

/** For a search that finds nothing, the first real offers by giving up as little as possible of what was asked. */
export async function listOffersInstead(
  source: SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
): Promise<OffersInstead | null> {
  for (const [givenUp, wider] of widerSearches(filters)) {
    const { offers } = await searchOffers(source, wider, asker);
    if (offers.length > 0) return { givenUp, offers: offers.slice(0, SHOWN) };
  }
  return null;
}

function widerSearches(filters: SearchFilters): [GivenUp, SearchFilters][] {
  const trade = { ...filters, words: null, sectors: [], family: null, challenges: [] };
  const dates = { ...trade, periods: [] };
  const sort = filters.sort === "distance" ? ("recentes" as const) : filters.sort;
  return [
    ["trade", trade],
    ["dates", dates],
    ["distance", { ...dates, radiusKm: Math.max(filters.radiusKm, FAR_KM) }],
    ["place", { ...dates, center: null, departments: [], sort }],
  ];
}
