export type OfferEvent =
  | { type: "offer.published"; offerId: string }
  /** An offer that was closed to everyone (full, paused, or with too many applications to answer) can be asked for again. */
  | { type: "offer.reopened"; offerId: string };
