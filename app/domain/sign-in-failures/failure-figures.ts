import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Door, FailureReason, SchoolRepair } from "./failure-reasons.ts";

/** What is looked at: a period, a way in, a school. */
export interface FailureFilters {
  from: CalendarDate;
  /** That day included. */
  until: CalendarDate;
  door: Door | null;
  schoolUai: string | null;
}

export interface ReasonFigure {
  door: Door;
  reason: FailureReason;
  count: number;
}

export interface SchoolFigure {
  uai: string;
  /** Null for a school that a federation states and the directory does not hold. */
  name: string | null;
  town: string | null;
  count: number;
}

/** Days that are looked at when nobody asks for others. */
export const FIGURES_DAYS = 30;

/** Fewer could tell of someone, in a school: they are not said exactly. */
export const FEWEST_SAID = 5;

/** What a school can repair; `count` is null below the fewest that are said. */
export interface SchoolFailures {
  uai: string;
  name: string;
  repairs: { reason: SchoolRepair; count: number | null }[];
}
