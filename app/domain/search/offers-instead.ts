import type { FoundOffer } from "./found-offer.ts";

/** What was given up to find something: the trade, then the dates too, then the distance, then the place. */
export type GivenUp = "trade" | "dates" | "distance" | "place";

export interface OffersInstead {
  givenUp: GivenUp;
  offers: FoundOffer[];
}
