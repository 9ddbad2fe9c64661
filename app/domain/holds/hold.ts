import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { CancelReason } from "#app/domain/applications/application.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Failure } from "#app/kernel/result.ts";

/** Seats kept for a pupil whose placement failed: long enough to talk about it, short enough for the others. */
export const HOLD_DAYS = 2;
export const HELD_AT_ONCE = 3;

/** `used`: the host has accepted the pupil. `placed`: they found a place, there or elsewhere. */
export const HOLD_ENDS = ["used", "placed", "refused", "expired"] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** `already_held`: seats are kept for this pupil. `none_nearby`: no seat is free for these weeks in their reach. */
export type HoldSeatsFailure = Failure<"not_found" | "already_held" | "none_nearby">;

/** A seat kept for a pupil, in each of these weeks. */
export interface HeldSeat {
  id: string;
  offerId: string;
  title: string;
  hostName: string;
  town: string;
  weeks: WeekNumber[];
  expiresAt: Date;
}

/** A pupil whose host took back what it gave, and who has no place for these weeks. */
export interface ToReplace {
  applicationId: string;
  pupilId: string;
  pupilName: string;
  className: string;
  classGroupId: string;
  weeks: WeekNumber[];
  since: CalendarDate;
  reason: CancelReason | null;
  offerTitle: string;
  hostName: string;
  /** Who was to look after the pupil, as the offer says it. */
  hostContact: string | null;
  family: { name: string; phone: string | null; email: string | null }[];
  held: HeldSeat[];
}
