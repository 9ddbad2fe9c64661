import {
  LIVE_STATUSES,
  type ApplicationChange,
  type ApplicationStatus,
} from "#app/domain/applications/application.ts";
import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { InternshipWeek, WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";

/** A representative as their link tells: nothing of the name that they share with the pupil. */
export interface Guardian {
  id: string;
  pupilId: string;
  pupilFirstName: string;
  /** Where a code would go. */
  email: string | null;
  phone: string | null;
}

/** An application as a representative reads it; the letter is apart. */
export interface FollowedApplication {
  id: string;
  title: string;
  organisation: string;
  town: string;
  status: ApplicationStatus;
  weeks: WeekNumber[];
  deadlineAt: Date | null;
  updatedAt: Date;
  hoursGrid: HoursGrid | null;
  lunch: string | null;
  accessNote: string | null;
  /** Told once the pupil has confirmed. */
  meetingPoint: { addressLine: string; postcode: string; supervisorName: string | null } | null;
  agreement: { status: AgreementStatus } | null;
  /** A representative ended it, not the pupil. */
  objected: boolean;
}

/** One application on its own page. */
export interface FollowedApplicationDetail extends FollowedApplication {
  changes: ApplicationChange[];
}

/** Whom to ask. */
export interface SchoolContact {
  name: string;
  phone: string | null;
  email: string | null;
  /** Those who follow the class. */
  teachers: string[];
}

export interface FollowUp {
  period: { startsOn: string; endsOn: string; weeks: InternshipWeek[] };
  school: SchoolContact;
  applications: FollowedApplication[];
  /** There are older ones, not listed. */
  more: boolean;
}

/** While this lasts, a representative can still object. */
export function canObject({ status }: Pick<FollowedApplication, "status">): boolean {
  return (LIVE_STATUSES as readonly ApplicationStatus[]).includes(status);
}

/** In the order in which a representative cares: the places, what still waits for a word, what is over. */
export function followUpBoard(applications: readonly FollowedApplication[]) {
  return {
    confirmed: applications.filter(({ status }) => status === "confirmed"),
    waiting: applications.filter(canObject).sort(soonestFirst),
    over: applications.filter((application) => application.status !== "confirmed" && !canObject(application)),
  };
}

/** What the pupil must confirm, then what hosts must answer, by the day on which it is too late. */
function soonestFirst(one: FollowedApplication, other: FollowedApplication): number {
  const rank = ({ status }: FollowedApplication) => (status === "accepted" ? 0 : 1);
  const limit = ({ deadlineAt }: FollowedApplication) => deadlineAt?.getTime() ?? 0;
  return rank(one) - rank(other) || limit(one) - limit(other);
}
