import type { CalendarDate } from "#app/kernel/calendar-date.ts";

/** What the service tells by itself when its day comes: nobody did anything. */
export type NoticeEvent =
  /** The host has left an application without answer for so many days. */
  | { type: "application.answer_reminder"; applicationId: string; day: 4 | 8 }
  /** The pupil has not confirmed, and the place will be given to another soon. */
  | { type: "application.confirm_reminder"; applicationId: string }
  /** A week before the first day of a confirmed placement. */
  | { type: "placement.week_before"; applicationId: string }
  /** Both are told on this day of the place's calendar, or not at all. */
  | { type: "placement.day_before"; applicationId: string; onDay: CalendarDate }
  | { type: "placement.first_day"; applicationId: string; onDay: CalendarDate }
  /** The day after the last one. */
  | { type: "placement.ended"; applicationId: string }
  /** A pupil's data will be erased soon. */
  | { type: "retention.purge_announced"; personId: string };

/** The address of this message takes no mail any more: it must be told by another way. */
export interface AddressEvent {
  type: "address.suppressed";
  messageId: string;
}

/** Offers came to answer the searches that a pupil saved: those marked as told at this instant. */
export interface AlertEvent {
  type: "alert.matched";
  personId: string;
  toldAt: string;
}
