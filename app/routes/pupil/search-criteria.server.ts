import type { SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import { readSearchQuery } from "#app/domain/search/search-filters.ts";
import { areaOf, locateSearchPlace } from "#app/domain/search/search-place.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";

/** What the query of a search asks, its place found; null when its place is unknown. */
export async function readCriteria(app: AppContext, query: URLSearchParams): Promise<SearchCriteria | null> {
  const { radiusKm, sectors, family, challenges, periods, words, ...asked } = readSearchQuery(
    query,
    await listSectorFamilies(app.db),
  );
  const where = await locateSearchPlace(app, asked);
  const criteria = { radiusKm, sectors, family, challenges, periods, words };
  switch (where.kind) {
    case "unknown":
      return null;
    case "none":
      return { ...criteria, place: null, center: null };
    case "found":
    case "territory":
      return { ...criteria, place: where.label, ...areaOf(where) };
    case "address":
      return {
        ...criteria,
        place: where.label,
        center: { latitude: Number(where.lat), longitude: Number(where.lon) },
      };
  }
}
