import { daysBetween, parisDate } from "#app/kernel/calendar-date.ts";
import { lastDayOf } from "#app/kernel/deadline.ts";
import { hasKey } from "#app/kernel/has-key.ts";
import type { WeekNumber } from "../../campaigns/campaign.ts";
import {
  STATUSES_AWAITING_HOST,
  type ApplicationChange,
  type ApplicationStatus,
} from "#app/domain/applications/application.ts";

/** What a host filters its applications by. */
export const HOST_FILTERS = {
  "a-repondre": STATUSES_AWAITING_HOST,
  acceptees: ["accepted"],
  confirmees: ["confirmed"],
  closes: ["declined", "withdrawn", "cancelled", "expired", "lapsed", "released", "transferred", "closed"],
} as const satisfies Record<string, readonly ApplicationStatus[]>;
export type HostFilter = keyof typeof HOST_FILTERS;

export function isHostFilter(value: string | null): value is HostFilter {
  return value !== null && hasKey(HOST_FILTERS, value);
}

export interface HostApplication {
  id: string;
  status: ApplicationStatus;
  firstName: string;
  /** Read once the host has accepted, never before. */
  lastName: string | null;
  schoolTown: string | null;
  offerId: string;
  offerTitle: string;
  weeks: WeekNumber[];
  submittedAt: Date | null;
  deadlineAt: Date | null;
}

export interface HostApplicationDetail extends HostApplication {
  campaignId: string;
  motivation: string;
  /** A week that is asked for has no free seat left. */
  isFull: boolean;
  /** The agreement of a confirmed placement. */
  agreementId: string | null;
  /** Who the pupil is: read once the host has accepted, never before. */
  identity: PupilIdentity | null;
  history: NamedApplicationChange[];
}

/** A change as the host reads it: which colleague made it, when one did. */
export interface NamedApplicationChange extends ApplicationChange {
  byName: string | null;
}

export interface PupilIdentity {
  lastName: string;
  email: string | null;
  phone: string | null;
  className: string | null;
  schoolName: string | null;
  schoolPhone: string | null;
  schoolEmail: string | null;
  /** What the school tells and asks its hosts, and who answers there. */
  weekContact: string | null;
  announcement: string | null;
  instructions: string | null;
}

/** An offer of the host that could take an application received elsewhere. */
export interface TransferTarget {
  id: string;
  title: string;
  town: string;
  /** Of the place; the same name is found in several. */
  department: string;
  /** As the crow flies from the pupil's school; null where it has no point. */
  distanceKm: number | null;
}

/** Where a search ends by default: an offer farther away is not passed on to without a second word. */
export const TRANSFER_REACH_KM = 30;

/** Days that follow this one and are left to a host to answer, null when no answer is awaited from it. */
export function daysLeft(
  { status, deadlineAt }: Pick<HostApplication, "status" | "deadlineAt">,
  now: Date,
): number | null {
  const waits = (HOST_FILTERS["a-repondre"] as readonly ApplicationStatus[]).includes(status);
  if (!waits || !deadlineAt) return null;
  return Math.max(0, daysBetween(parisDate(now), lastDayOf(deadlineAt) ?? parisDate(deadlineAt)));
}

/** As a list shows it: the days left to answer stand for the instants. */
export type ListedHostApplication = Omit<HostApplication, "deadlineAt" | "submittedAt"> & {
  /** Days after this one that are left to answer; null when no answer is awaited from the host. */
  daysLeft: number | null;
};

export function listedForHost(applications: readonly HostApplication[], now: Date): ListedHostApplication[] {
  return applications.map(({ deadlineAt, submittedAt: _submittedAt, ...application }) => ({
    ...application,
    daysLeft: daysLeft({ ...application, deadlineAt }, now),
  }));
}
