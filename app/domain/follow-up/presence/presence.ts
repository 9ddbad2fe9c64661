import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";

/** What is reported of one day at the host's. An accident says nothing of whether the pupil is there. */
export const PRESENCE_KINDS = ["arrived", "absent", "accident"] as const;
export type PresenceKind = (typeof PRESENCE_KINDS)[number];

/** Who reports: the host by its link, or the adults of the school. */
export const PRESENCE_SIDES = ["host", "school"] as const;
export type PresenceSide = (typeof PRESENCE_SIDES)[number];

export interface PresenceReport {
  kind: PresenceKind;
  side: PresenceSide;
  reportedAt: Date;
}

/** What is known of a pupil on one day. */
export interface PresenceOfDay {
  /** Whether the pupil is there; null while nobody has said anything. */
  presence: PresenceReport | null;
  accident: PresenceReport | null;
}

/** Of the reports that still hold: at most one of each kind, and an arrival ends an absence as it is reported. */
export function presenceOfDay(reports: readonly PresenceReport[]): PresenceOfDay {
  return {
    presence: reports.find(({ kind }) => kind !== "accident") ?? null,
    accident: reports.find(({ kind }) => kind === "accident") ?? null,
  };
}

/** What ends when this is reported of the same day. */
export const ENDED_BY: Record<PresenceKind, PresenceKind | null> = {
  arrived: "absent",
  absent: "arrived",
  accident: null,
};

/** `over`: the placement is cancelled; `not_a_day`: the pupil is not expected on that day, or it has not come yet. */
export type PresenceFailure = Failure<"not_found" | "over"> | { code: "not_a_day"; day: CalendarDate };
