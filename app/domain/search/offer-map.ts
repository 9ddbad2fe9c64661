import type { FoundOffer } from "./found-offer.ts";

/** What the map tells of an offer before its page is opened. */
export type MapOffer = Pick<FoundOffer, "id" | "title" | "organisation" | "town" | "free">;

/** Offers near each other, or the only one of its square. */
export interface MapCluster {
  latitude: number;
  longitude: number;
  count: number;
  /** No zoom parts them. */
  together: boolean;
  offer: MapOffer | null;
}

export interface OfferMap {
  /** Offers of the whole squares shown. */
  count: number;
  /** The largest first; the smallest are left out beyond `MAX_CLUSTERS`. */
  clusters: MapCluster[];
  /** To find one's way, when the map has no tiles: the largest first. */
  towns: { name: string; latitude: number; longitude: number }[];
}

export const MAX_CLUSTERS = 400;
export const MAX_TOWNS = 60;
