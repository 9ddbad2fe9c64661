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
  /** The latest word on whether the pupil is there; null while nobody has said anything. */
  presence: (PresenceReport & { kind: "arrived" | "absent" }) | null;
  accident: PresenceReport | null;
}

/** The latest word counts: an absence ends with an arrival, and the other way round. */
export function presenceOfDay(reports: readonly PresenceReport[]): PresenceOfDay {
  const latest = [...reports].sort((a, b) => b.reportedAt.getTime() - a.reportedAt.getTime());
  const presence = latest.find(({ kind }) => kind !== "accident");
  return {
    presence:
      presence && presence.kind !== "accident"
        ? { kind: presence.kind, side: presence.side, reportedAt: presence.reportedAt }
        : null,
    accident: latest.find(({ kind }) => kind === "accident") ?? null,
  };
}

/** `not_a_day`: the pupil is not expected on that day; `not_today`: the host speaks of today alone. */
export type PresenceFailure =
  | Failure<"not_found" | "over" | "not_a_day" | "nothing_reported">
  | { code: "not_yet"; startsOn: CalendarDate };
