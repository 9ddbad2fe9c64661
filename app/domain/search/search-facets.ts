import type { Challenge } from "#app/domain/reference/challenges.ts";
import type { GeoBox } from "#app/kernel/geo.ts";
import type { Period } from "./search-filters.ts";

/** How many offers each value of a filter would bring, the other filters as they are. Values without any are absent. */
export interface SearchFacets {
  total: number;
  sectors: Record<string, number>;
  families: Record<string, number>;
  periods: Partial<Record<Period, number>>;
  challenges: Partial<Record<Challenge, number>>;
}

/** Offers near each other on a map. */
export interface OfferCluster {
  /** Middle of its offers. */
  latitude: number;
  longitude: number;
  count: number;
  /** They are all on the very same point: no zoom parts them. */
  together: boolean;
  /** The offer itself when it is alone. */
  offerId: string | null;
}

/** Side of the squares that a map shows as one cluster, at a zoom level of web maps: a quarter of a tile. */
export function clusterDegrees(zoom: number): number {
  return 90 / 2 ** Math.min(20, Math.max(0, Math.round(zoom)));
}

/** The zoom at which squares have about this side. */
export function zoomFor(degrees: number): number {
  return Math.min(20, Math.max(0, Math.round(Math.log2(90 / degrees))));
}

/** The whole squares that a box touches: a cluster holds the same offers wherever the map is moved. */
export function wholeSquares({ south, west, north, east }: GeoBox, zoom: number): GeoBox {
  const degrees = clusterDegrees(zoom);
  const down = (value: number, origin: number) => Math.floor((value + origin) / degrees) * degrees - origin;
  const up = (value: number, origin: number) =>
    (Math.floor((value + origin) / degrees) + 1) * degrees - origin;
  return { south: down(south, 90), west: down(west, 180), north: up(north, 90), east: up(east, 180) };
}
