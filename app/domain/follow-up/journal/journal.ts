import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { TellingFailure } from "../telling.failures.ts";

export const JOURNAL_LENGTH = 600;

/** A day of the stay with what the pupil wrote of it, empty while they wrote nothing. */
export interface JournalDay {
  onDay: CalendarDate;
  body: string;
}

/** `not_a_day`: the pupil was not at the host's on that day, or it has not come yet. */
export type JournalFailure = TellingFailure | { code: "not_a_day"; day: CalendarDate };

export interface Journal {
  days: JournalDay[];
  /** It has begun, and may still be written. */
  open: boolean;
}
