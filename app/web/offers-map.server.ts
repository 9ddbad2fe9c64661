import { pointsOf } from "#app/domain/search/map-offers.queries.server.ts";
import type { SearchQuery } from "#app/domain/search/search-filters.ts";
import type { SearchPlace } from "#app/domain/search/search-place.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";

interface Shown {
  query: SearchQuery;
  where: SearchPlace;
  offers: readonly { id: string }[];
}

/** What the map of a page of results starts with; null when the list alone is asked for. */
export async function startMap({ db, env }: AppContext, { query, where, offers }: Shown) {
  if (query.view !== "carte") return null;
  return {
    center: where.kind === "found" ? where.center : null,
    radiusKm: query.radiusKm,
    points: await pointsOf(db, offers),
    tiles: env.MAP_TILES_URL
      ? { url: env.MAP_TILES_URL, attribution: env.MAP_TILES_ATTRIBUTION ?? "" }
      : null,
  };
}
