import { closesOn, expectedDays, todayAt, type PlacementPlan } from "../placement-plan.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";

/** What the holder of the link sent to the host reads: of the pupil, the first name. */
export interface SupervisorVisit {
  agreementId: string;
  linkVersion: number;
  pupilFirstName: string;
  hostName: string;
  schoolName: string;
  schoolPhone: string | null;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  today: CalendarDate;
  /** The pupil is expected there today. */
  expectedToday: boolean;
}

/** The link opens as soon as it is sent, and closes with what may still be written about the stay. */
export function isLinkOpen(plan: PlacementPlan, now: Date): boolean {
  return todayAt(plan, now) <= closesOn(plan);
}

export function isExpected(plan: PlacementPlan, day: CalendarDate): boolean {
  return expectedDays(plan).some(({ date }) => date === day);
}
