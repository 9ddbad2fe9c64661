import { addDays, parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Failure } from "#app/kernel/result.ts";
import { GRACE_DAYS } from "./retention-rules.ts";

/** What an account that is erased leaves behind: said before, and what forbids it for now. */
export interface ErasureConsequences {
  /** Applications that still wait for an answer: they are taken back. */
  liveApplications: number;
  /** A pupil's places, with hosts that count on them, until the end of the campaign. */
  places: { organisation: string }[];
  /** Organisations that nobody else answers for. */
  deserted: { organisation: string; pupils: number }[];
  /** Agreements that stay in the archive. */
  agreements: number;
  isLastAdministrator: boolean;
}

/** `placed`: a pupil has a place. `pupils_expected`: pupils have one with a host that nobody else answers for. */
export type RequestErasureFailure = Failure<"placed" | "pupils_expected" | "last_administrator">;

export function erasureRefusal(consequences: ErasureConsequences): RequestErasureFailure | null {
  if (consequences.places.length > 0) return { code: "placed" };
  if (consequences.deserted.some(({ pupils }) => pupils > 0)) return { code: "pupils_expected" };
  return consequences.isLastAdministrator ? { code: "last_administrator" } : null;
}

/** The first night that may erase what was asked for at this instant. */
export function erasedOn(requestedAt: Date): CalendarDate {
  return addDays(parisDate(requestedAt), GRACE_DAYS);
}
