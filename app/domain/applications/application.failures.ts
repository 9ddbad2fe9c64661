import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";
import type { ApplicationStatus } from "./application.ts";

/** Someone who has no part in an application learns nothing of it; `status` tells whoever has what happened meanwhile. */
export type ChangeFailure = Failure<"not_found"> | { code: "not_possible"; status: ApplicationStatus };

export type AcceptFailure = ChangeFailure | Failure<"no_seat_left">;

/** Why an offer does not take an application for these weeks. */
export type OfferFailure = Failure<"offer_closed" | "full_for_now" | "weeks_not_open">;

/** Why a pupil may not have one more application there. */
export type AdmissionFailure =
  | OfferFailure
  | Failure<"no_class" | "week_already_taken">
  | { code: "campaign_not_open"; opensOn: CalendarDate }
  | { code: "quota_reached"; max: number };

export type SubmitFailure = AdmissionFailure | Failure<"already_applied">;

/** `not_found`: the offer is not, or no longer, one that this pupil may see. */
export type SaveDraftFailure =
  Failure<"not_found" | "already_applied"> | { code: "too_many_drafts"; max: number };

/** `not_restorable`: restored once already, or withdrawn by someone else than the pupil. */
export type RestoreFailure = ChangeFailure | SubmitFailure | Failure<"not_restorable" | "letter_begun">;

/** `too_late`: the minutes are over, or it was not theirs; `moved_on`: meanwhile the pupil has found or asked for something else. */
export type TakeBackFailure = ChangeFailure | Failure<"too_late" | "moved_on" | "no_seat_left">;

export type TransferFailure =
  | ChangeFailure
  | OfferFailure
  | Failure<"same_offer" | "already_applied">
  /** Farther from the school than a search reaches: the host confirms it. */
  | { code: "too_far"; km: number };
