import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { countFacets } from "./explore-offers.queries.server.ts";
import type { SearchSource } from "./search-offers.queries.server.ts";

/**
 * The families of trades with how many offers open to everyone each has in the country. Counted from the index alone: a
 * process that has none tells no number rather than read the whole table for it.
 */
export async function listFamiliesWithOffers(source: SearchSource, campaignId: string) {
  const families = await listSectorFamilies(source.db);
  const counts = source.index ? await countFacets(source, { ...EVERYTHING, campaignId }, null) : null;
  return families.map(({ slug, label }) => ({ slug, label, offers: counts && (counts.families[slug] ?? 0) }));
}

const EVERYTHING = {
  center: null,
  radiusKm: 0,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
  sort: "recentes" as const,
};
