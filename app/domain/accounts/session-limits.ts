import { ROLES, type Role } from "./actor.ts";

const MINUTE_MS = 60_000;

/** However much it is used. */
const SESSION_HOURS = 12;
/** Between the password and the second factor: long enough to find the telephone. */
const HALF_OPEN_MINUTES = 10;

/** How long a session stays open unused: pupils and schools share machines, on which the next person would find it. */
const IDLE_MINUTES: Readonly<Record<Role, number>> = {
  pupil: 30,
  teacher: 60,
  schoolOffice: 60,
  schoolHead: 60,
  academyReferent: 60,
  admin: 60,
  employer: 120,
};

/** When a new session ends. Until its first use, which looks at the roles, it is idle as for the strictest. */
export function endsOfNewSession(now: Date, verified: boolean): { expiresAt: Date; idleEndsAt: Date } {
  const minutes = verified ? SESSION_HOURS * 60 : HALF_OPEN_MINUTES;
  return { expiresAt: after(now, minutes), idleEndsAt: after(now, Math.min(minutes, shortestIdle(ROLES))) };
}

/** When a session used now ends if it is not used again: the strictest role counts, and nobody without role is spared. */
export function endOfSession(now: Date, roles: readonly Role[], expiresAt: Date): Date {
  const idleEndsAt = after(now, shortestIdle(roles.length > 0 ? roles : ROLES));
  return idleEndsAt < expiresAt ? idleEndsAt : expiresAt;
}

function shortestIdle(roles: readonly Role[]): number {
  return Math.min(...roles.map((role) => IDLE_MINUTES[role]));
}

function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * MINUTE_MS);
}
