/** How long the old mailbox has to refuse a change that its owner says they cannot confirm there. */
export const NOTICE_DAYS = 7;

/** A change that is not done by then is asked for again. */
const OPEN_DAYS = 8;

/** How recently an account without password must have been opened for its session to prove who asks. */
const FRESH_MINUTES = 15;

/** What the owner is shown of a change that waits. */
export interface OpenEmailChange {
  newEmail: string;
  newIsProven: boolean;
  oldIsProven: boolean;
  /** From when on the silence of the old mailbox is enough; null when it must answer. */
  silentFrom: Date | null;
}

interface EmailChange {
  oldEmail: string | null;
  oldIsLost: boolean;
  requestedAt: Date;
  oldProvenAt: Date | null;
  newProvenAt: Date | null;
  completedAt: Date | null;
  stoppedAt: Date | null;
}

export function isOpen(change: EmailChange, now: Date): boolean {
  return !change.completedAt && !change.stoppedAt && daysAfter(change.requestedAt, OPEN_DAYS) > now;
}

/** Nothing is changed until both mailboxes have answered, or the old one, said to be lost, has kept silent for a week. */
export function isProven(change: EmailChange, now: Date): boolean {
  if (!change.newProvenAt) return false;
  if (change.oldEmail === null || change.oldProvenAt) return true;
  return change.oldIsLost && endOfNotice(change.requestedAt) <= now;
}

export function endOfNotice(requestedAt: Date): Date {
  return daysAfter(requestedAt, NOTICE_DAYS);
}

/** Notices sent before it are over. */
export function startOfNotice(now: Date): Date {
  return daysAfter(now, -NOTICE_DAYS);
}

/** What became of a change is kept a month, for whoever asks. */
export function startOfForgottenChanges(now: Date): Date {
  return daysAfter(now, -30);
}

export function isFresh(openedAt: Date, now: Date): boolean {
  return now.getTime() - openedAt.getTime() <= FRESH_MINUTES * 60_000;
}

function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * 86_400_000);
}
