import type { Challenge } from "#app/domain/reference/challenges.ts";
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
  /** The offer itself when it is alone. */
  offerId: string | null;
}

/** Side of the squares that a map shows as one cluster, at a zoom level of web maps: a quarter of a tile. */
export function clusterDegrees(zoom: number): number {
  return 90 / 2 ** Math.min(20, Math.max(0, Math.round(zoom)));
}
