import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { mapOffers, pointsOf } from "#app/domain/search/map-offers.queries.server.ts";
import type { SearchOutcome } from "#app/domain/search/run-search.server.ts";
import { MAX_TOWNS, type OfferMap } from "#app/domain/search/offer-map.ts";
import { zoomFor } from "#app/domain/search/search-facets.ts";
import type { SearchQuery } from "#app/domain/search/search-filters.ts";
import { areaOf, type SearchPlace } from "#app/domain/search/search-place.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { boxAround, type GeoBox } from "#app/kernel/geo.ts";
import { MAINLAND } from "#app/ui/search/map/map-areas.ts";

interface Shown {
  query: SearchQuery;
  where: SearchPlace;
  campaign: Campaign | null;
  results: SearchOutcome | null;
}

/** Squares across the drawing for readers without JavaScript. */
const ACROSS = 7;

/** What the map of a page of results starts with; null when the list alone is asked for. */
export async function startMap(
  { db, env, offerIndex, places }: AppContext,
  { query, where, campaign, results }: Shown,
  asker: Eligibility | null,
) {
  if (query.view !== "carte" || !campaign || !results) return null;
  const { center, departments } = areaOf(where);
  const words = results.corrected?.used ?? query.words;
  const box = center ? boxAround(center, query.radiusKm) : (places.boundsOf(departments) ?? MAINLAND);
  const filters = {
    ...query,
    campaignId: campaign.id,
    center,
    departments,
    words,
    sort: "recentes" as const,
  };
  const zoom = zoomFor((box.north - box.south) / ACROSS);
  const [points, still] = await Promise.all([
    pointsOf(db, results.page.offers),
    mapOffers({ db, index: offerIndex.of(campaign.id) }, filters, asker, { zoom, box }),
  ]);
  return {
    center,
    radiusKm: query.radiusKm,
    words,
    points,
    tiles: env.MAP_TILES_URL
      ? { url: env.MAP_TILES_URL, attribution: env.MAP_TILES_ATTRIBUTION ?? "" }
      : null,
    box,
    clusters: still.clusters,
    towns: townsOf(places, box),
  };
}

/** The largest towns of a part of the country, by which readers find their way. */
export function townsOf(places: AppContext["places"], box: GeoBox): OfferMap["towns"] {
  return places
    .largestWithin(box, MAX_TOWNS)
    .map(({ name, lat, lon }) => ({ name, latitude: lat, longitude: lon }));
}
