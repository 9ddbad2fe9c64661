import { openPeriods } from "#app/domain/offers/offer.ts";
import type { Failure } from "#app/kernel/result.ts";

/** More would be a list that nobody reads again. */
export const MAX_FAVOURITES = 100;

/**
 * What has become of an offer that a pupil keeps an eye on. `available_again`: it was full when the pupil asked to be told.
 * `full_for_now`: seats are left, and the host has as many applications to answer as it wished.
 */
export const FAVOURITE_STATES = ["available", "available_again", "full_for_now", "full", "gone"] as const;
export type FavouriteState = (typeof FAVOURITE_STATES)[number];

export type KeepFavouriteFailure = Failure<"not_found"> | { code: "too_many_favourites"; max: number };

export interface Favourite {
  offerId: string;
  title: string;
  organisation: string;
  town: string;
  state: FavouriteState;
  wantsAlert: boolean;
  /** The pupil's live or confirmed application to it. */
  applicationId: string | null;
}

interface OfferNow {
  /** The pupil may still see it: published, in the campaign under way, open to their school. */
  shown: boolean;
  /** A search would find it. */
  open: boolean;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  free: Record<1 | 2, number>;
  wantsAlert: boolean;
}

export function favouriteState(offer: OfferNow): FavouriteState {
  if (!offer.shown) return "gone";
  if (offer.open) return offer.wantsAlert ? "available_again" : "available";
  return openPeriods(offer, offer.free).length > 0 ? "full_for_now" : "full";
}

/** Only who looks at an offer that is closed to all can ask to be told that it opens again. */
export function mayAskForAlert(state: FavouriteState): boolean {
  return state === "full" || state === "full_for_now";
}
