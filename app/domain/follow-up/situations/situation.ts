import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";
import type { InternshipWeek, WeekNumber } from "../../campaigns/campaign.ts";

/** Why a pupil has no placement to find on these days: let off by the head, or welcomed at school with a programme. */
export const SITUATION_KINDS = ["exempt", "at_school"] as const;
export type SituationKind = (typeof SITUATION_KINDS)[number];

/** A closed list, and none of health: why a pupil cannot come is between the family and the head. */
export const EXEMPTION_REASONS = ["abroad", "service", "other_training", "personal"] as const;
export type ExemptionReason = (typeof EXEMPTION_REASONS)[number];

export const PROGRAMME_LENGTH = { min: 10, max: 1000 } as const;

export interface Situation {
  id: string;
  kind: SituationKind;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Of an exemption. */
  reason: ExemptionReason | null;
  /** Of a welcome at school. */
  programme: string | null;
}

/** One with its history: who declared it, and who took it back. */
export interface SituationRecord extends Situation {
  declaredAt: Date;
  /** Null when that person is no longer known. */
  declaredBy: string | null;
  cancelledAt: Date | null;
  cancelledBy: string | null;
}

export type DeclareSituationFailure =
  | Failure<"not_found">
  /** Another one holds some of these days. */
  | Failure<"overlaps">
  /** Not within the internship's days. */
  | { code: "outside"; startsOn: CalendarDate; endsOn: CalendarDate }
  /** A confirmed place holds some of these days: only its host can give it back. */
  | { code: "has_place"; hostName: string };

type Days = Pick<Situation, "startsOn" | "endsOn">;

/** Weeks in which the pupil has nothing to find: every one of their days is held by a situation. */
export function weeksHeld(situations: readonly Days[], weeks: readonly InternshipWeek[]): WeekNumber[] {
  return weeks
    .filter((week) => situations.some((one) => one.startsOn <= week.startsOn && week.endsOn <= one.endsOn))
    .map(({ week }) => week);
}
