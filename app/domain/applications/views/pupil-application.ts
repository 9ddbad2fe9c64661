import { last } from "#app/kernel/last.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { weeksOf, type PeriodChoice } from "#app/domain/offers/offer.ts";
import {
  awaitsHost,
  isLive,
  LIVE_STATUSES,
  type ApplicationChange,
  type ApplicationStatus,
} from "#app/domain/applications/application.ts";

/** An application as its pupil finds it in a list. */
export interface PupilApplication {
  id: string;
  offerId: string;
  campaignId: string;
  title: string;
  organisation: string;
  town: string;
  status: ApplicationStatus;
  weeks: WeekNumber[];
  offerIsOpen: boolean;
  deadlineAt: Date | null;
  updatedAt: Date;
  agreement: { id: string; validated: boolean } | null;
}

/** Where to go and whom to ask for: told once the host has said yes. */
export interface MeetingPoint {
  addressLine: string;
  postcode: string;
  supervisorName: string | null;
  /** How to reach the host: told with the acceptance, on the page only. */
  supervisorContact: string | null;
}

export interface PupilApplicationDetail extends PupilApplication {
  motivation: string;
  hoursGrid: HoursGrid | null;
  lunch: string | null;
  accessNote: string | null;
  meetingPoint: MeetingPoint | null;
  changes: ApplicationChange[];
}

/** A withdrawal is taken back once at most. */
export function wasRestored({ changes }: Pick<PupilApplicationDetail, "changes">): boolean {
  return changes.some(({ from, to, by }) => from === "withdrawn" && to === "submitted" && by === "pupil");
}

/** A withdrawal that its pupil may still take back, as far as the application itself tells: once, and when it was theirs. */
export function canBeRestored(application: Pick<PupilApplicationDetail, "status" | "changes">): boolean {
  const { status, changes } = application;
  return status === "withdrawn" && last(changes)?.by === "pupil" && !wasRestored(application);
}

const SENT_ELSEWHERE: readonly ApplicationStatus[] = ["declined", "expired", "lapsed", "cancelled", "closed"];

/** It ended, and not by the pupil's choice: another offer must be found. */
export function sendsElsewhere(status: ApplicationStatus): boolean {
  return SENT_ELSEWHERE.includes(status);
}

/** Whether the other applications of the pupil, and the offer, leave room for it to be taken up again. */
export function hasRoomToRestore(
  application: Pick<PupilApplication, "weeks" | "offerIsOpen">,
  all: readonly PupilApplication[],
): boolean {
  const taken = all.filter(({ status }) => status === "confirmed").flatMap(({ weeks }) => weeks);
  return application.offerIsOpen && !application.weeks.some((week) => taken.includes(week));
}

/** A pupil's applications by what there is to do about them, the most pressing first. */
export interface PupilBoard {
  toConfirm: PupilApplication[];
  waiting: PupilApplication[];
  confirmed: PupilApplication[];
  drafts: PupilApplication[];
  ended: PupilApplication[];
}

export function boardOf(applications: readonly PupilApplication[]): PupilBoard {
  const among = (keep: (status: ApplicationStatus) => boolean) =>
    applications.filter(({ status }) => keep(status));
  const byDeadline = (list: PupilApplication[]) =>
    list.sort((a, b) => (a.deadlineAt?.getTime() ?? 0) - (b.deadlineAt?.getTime() ?? 0));
  const shown = new Set<ApplicationStatus>([...LIVE_STATUSES, "confirmed", "draft"]);
  return {
    toConfirm: byDeadline(among((status) => status === "accepted")),
    waiting: byDeadline(among(awaitsHost)),
    confirmed: among((status) => status === "confirmed").sort(
      (a, b) => (a.weeks[0] ?? 0) - (b.weeks[0] ?? 0),
    ),
    drafts: among((status) => status === "draft"),
    ended: among((status) => !shown.has(status)),
  };
}

/** The weeks asked for, as the form names them, the longest first. */
export const PERIOD_CHOICES = {
  "deux-semaines": "both",
  "semaine-1": 1,
  "semaine-2": 2,
} as const satisfies Record<string, PeriodChoice>;
export type PeriodName = keyof typeof PERIOD_CHOICES;

/** The choices that the offer still takes and that meet no place already confirmed elsewhere. */
export function periodsOpenTo(open: readonly PeriodChoice[], takenWeeks: readonly number[]): PeriodName[] {
  const names = Object.keys(PERIOD_CHOICES) as PeriodName[];
  return names.filter((name) => {
    const choice = PERIOD_CHOICES[name];
    return open.includes(choice) && weeksOf(choice).every((week) => !takenWeeks.includes(week));
  });
}

/** The live applications that confirming this one would release. */
export function releasedBy(
  application: Pick<PupilApplication, "id" | "weeks">,
  all: readonly PupilApplication[],
): PupilApplication[] {
  return all.filter(
    ({ id, status, weeks }) =>
      id !== application.id && isLive(status) && weeks.some((week) => application.weeks.includes(week)),
  );
}
