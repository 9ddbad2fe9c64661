import { addDays, type CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";

/** From 1 (badly, not at all) to 4 (very well, a lot): an even number, without a middle to hide in. */
export const MARKS = [1, 2, 3, 4] as const;
export type Mark = (typeof MARKS)[number];

/** What a pupil thought of their placement: counted, never read one by one. */
export interface Opinion {
  welcomed: Mark;
  useful: Mark;
}

/** An opinion as its pupil finds it, from the last day of the placement on. */
export interface OpinionSheet {
  given: Opinion | null;
  /** Whether it may still be given or changed. */
  open: boolean;
  closesOn: CalendarDate;
}

/** Long enough to look back, short enough to remember. */
const OPINION_DAYS = 30;

export type OpinionFailure =
  | Failure<"not_found" | "not_confirmed">
  | { code: "too_early"; opensOn: CalendarDate }
  | { code: "too_late"; closedOn: CalendarDate };

export type OpinionMoment = "too_early" | "open" | "too_late";

/** The last day on which an opinion is given or changed. */
export function opinionClosesOn(lastDay: CalendarDate): CalendarDate {
  return addDays(lastDay, OPINION_DAYS);
}

export function opinionMoment(lastDay: CalendarDate, today: CalendarDate): OpinionMoment {
  if (today < lastDay) return "too_early";
  return today <= opinionClosesOn(lastDay) ? "open" : "too_late";
}
