import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { AgreementStatus } from "../../agreements/agreement.ts";
import type { Awaited } from "../../agreements/awaited/awaited.ts";
import type { DeclineReason } from "../../applications/application.ts";
import type { InternshipWeek, WeekNumber } from "../../campaigns/campaign.ts";
import type { Situation } from "../situations/situation.ts";

/** Whose lines are read: those of these classes, or some of them only. */
export interface BoardScope {
  classGroupIds: readonly string[];
  only?: readonly string[];
}

export interface BoardAgreement {
  id: string;
  status: AgreementStatus;
  hostName: string;
  awaited: Awaited | null;
}

/** What is known of a pupil's search, from which the board says where they stand, who is awaited, and who needs help. */
export interface BoardPupil {
  id: string;
  firstName: string;
  lastName: string;
  classGroupId: string;
  joinedAt: Date;
  /** Has a way to sign in. */
  activated: boolean;
  firstSeenAt: Date | null;
  /** Weeks with a confirmed place; one whose agreement was called off is a place no more. */
  weeks: WeekNumber[];
  /** Weeks of a place that its host took back. */
  lostWeeks: WeekNumber[];
  /** Letters sent, a letter passed on by its host counted once. */
  sent: number;
  /** Letters begun. */
  drafts: number;
  refused: number;
  /** Hosts who let the time pass. */
  unanswered: number;
  /** Waiting for the host's word, and for the pupil's. */
  awaiting: number;
  toConfirm: number;
  refusalReasons: Partial<Record<DeclineReason, number>>;
  /** Since when the oldest letter waits, and the oldest yes. */
  awaitingSince: Date | null;
  acceptedSince: Date | null;
  lastTryAt: Date | null;
  /** The last thing that happened, to a letter or an agreement, by whomever. */
  lastStepAt: Date | null;
  agreements: BoardAgreement[];
  situations: Situation[];
}

/** The days and the reach against which pupils are judged. */
export interface BoardSeason {
  now: Date;
  pupilsOpenOn: CalendarDate;
  weeks: readonly InternshipWeek[];
}
