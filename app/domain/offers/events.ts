export type OfferEvent = { type: "offer.published"; offerId: string };
