import { endOfDayAfter } from "#app/kernel/deadline.ts";

/** What a link sent by e-mail leads to; made for one, it is worth nothing for another. */
export const LINK_PURPOSES = [
  "sign_in",
  "password_reset",
  "admin_invitation",
  "host_sign_up",
  "school_claim",
  "school_invitation",
  "email_proof",
  "school_request",
  "email_change_old",
  "email_change_new",
] as const;
export type OneTimePurpose = (typeof LINK_PURPOSES)[number];

/** How long a link opens something, in minutes: an invitation waits for a person, a reset is asked for by one who waits. */
const LIFE_MINUTES: Readonly<Record<OneTimePurpose, number>> = {
  sign_in: 15,
  password_reset: 60,
  admin_invitation: 3 * 24 * 60,
  host_sign_up: 24 * 60,
  school_claim: 3 * 24 * 60,
  school_invitation: 7 * 24 * 60,
  email_proof: 3 * 24 * 60,
  school_request: 3 * 24 * 60,
  // As long as the change may still happen: the old mailbox can refuse it until the end.
  email_change_old: 8 * 24 * 60,
  email_change_new: 8 * 24 * 60,
};

/** Between the links that are sent to somebody who has been sent many: each opens something until the next. */
export const LINK_ALWAYS_MINUTES = 60;

/** How long what a used link opened may be finished, in minutes: the time to choose a password. */
const FINISH_MINUTES = 30;

export interface LinkTimes {
  expiresAt: Date;
  usedAt: Date | null;
  completedAt: Date | null;
}

export type LinkState = "open" | "used" | "expired";

const A_DAY_MINUTES = 24 * 60;
/** A change of address happens at an instant of its own. */
const CHANGES: readonly OneTimePurpose[] = ["email_change_old", "email_change_new"];

/** Whoever has days has them whole: the last one ends at midnight in mainland France. `untilNext`: it is the last one for a while, and lives until another one may be sent. */
export function endOfLink(purpose: OneTimePurpose, now: Date, untilNext = false): Date {
  const life = LIFE_MINUTES[purpose];
  if (life >= A_DAY_MINUTES && !CHANGES.includes(purpose)) return endOfDayAfter(now, life / A_DAY_MINUTES);
  return minutesAfter(now, untilNext ? Math.max(life, LINK_ALWAYS_MINUTES) : life);
}

export function stateOf({ expiresAt, usedAt }: LinkTimes, now: Date): LinkState {
  if (usedAt) return "used";
  return expiresAt > now ? "open" : "expired";
}

/** Whether whoever used the link may still finish what it opened. */
export function isBeingUsed({ usedAt, completedAt }: LinkTimes, now: Date): boolean {
  return usedAt !== null && completedAt === null && minutesAfter(usedAt, FINISH_MINUTES) > now;
}

/** Whether nothing is left to ask for: what it opened was done. A sign-in is asked for again each time. */
export function isDoneWith({
  purpose,
  completedAt,
}: { purpose: OneTimePurpose } & Pick<LinkTimes, "completedAt">) {
  return completedAt !== null && purpose !== "sign_in";
}

/** The last instant at which links of this age could still be of use. */
export function startOfForgotten(now: Date): Date {
  return minutesAfter(now, -7 * 24 * 60);
}

function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}
