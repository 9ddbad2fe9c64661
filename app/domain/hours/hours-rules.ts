import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Weekday } from "./hours-grid.ts";

const MODEL_2025 = "Convention type annexée à la circulaire du 21-11-2025 (MENE2517062C), annexe pédagogique";

/**
 * The legal limits, as data with the days between which they apply: when the law changes, close a rule with
 * `validTo` and add the next one, so that an old agreement is still judged by the rule of its day. The values
 * of the 2025 model hold for every age; they are the strictest since the internship exists (2023-2024).
 */
export interface HoursRule {
  code: HoursRuleCode;
  severity: "error" | "warning";
  /** Minutes, or minutes since midnight for the two clock times. */
  limit: number;
  /** The rule concerns only pupils younger than this. */
  underAge?: number;
  validFrom: CalendarDate;
  validTo: CalendarDate | null;
  source: string;
}

export type HoursRuleCode =
  | "day_too_long"
  | "week_too_long"
  | "week_long_for_age"
  | "too_early"
  | "too_late"
  | "daily_rest_too_short"
  | "weekly_rest_missing"
  | "break_missing"
  | "stretch_too_long";

/** Slips that make a grid unreadable, whatever the law. */
export type HoursSlipCode = "end_before_start" | "ranges_overlap" | "agreements_overlap";

export interface HoursFinding {
  code: HoursRuleCode | HoursSlipCode;
  severity: "error" | "warning";
  /** The row of the grid to correct, where there is one. */
  day?: Weekday;
  values: Partial<Record<HoursValue, number>> & {
    weekStartsOn?: CalendarDate;
    from?: CalendarDate;
    to?: CalendarDate;
  };
}

/** Minutes, except `time` and `limit` of the two clock rules (minutes since midnight). */
export type HoursValue = "actual" | "limit" | "excess" | "time" | "nextDay" | "part" | "otherAgreement";

const always = { validFrom: "2023-09-01", validTo: null, source: MODEL_2025 } as const;

export const HOURS_RULES: readonly HoursRule[] = [
  { ...always, code: "day_too_long", severity: "error", limit: 7 * 60 },
  { ...always, code: "week_too_long", severity: "error", limit: 35 * 60 },
  {
    ...always,
    code: "week_long_for_age",
    severity: "warning",
    limit: 30 * 60,
    underAge: 15,
    source: "Prudence : durée retenue pour les moins de 15 ans par les conventions antérieures à 2025",
  },
  { ...always, code: "too_early", severity: "error", limit: 6 * 60 },
  { ...always, code: "too_late", severity: "error", limit: 20 * 60 },
  { ...always, code: "daily_rest_too_short", severity: "error", limit: 14 * 60 },
  { ...always, code: "weekly_rest_missing", severity: "error", limit: 2 },
  { ...always, code: "break_missing", severity: "error", limit: 4 * 60 + 30 },
  {
    ...always,
    code: "stretch_too_long",
    severity: "warning",
    limit: 4 * 60 + 30,
    source: "Code du travail, article L. 3162-3",
  },
];

/** Length of the break that `break_missing` asks for, in minutes. */
export const BREAK_MINUTES = 30;

/** The rules that apply on a day, to a pupil of this age (all ages when it is not known). */
export function rulesOn(rules: readonly HoursRule[], day: CalendarDate): HoursRule[] {
  return rules.filter((rule) => rule.validFrom <= day && (rule.validTo === null || day <= rule.validTo));
}
