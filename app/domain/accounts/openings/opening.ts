/** Why an administrator reads an account: each is told to its owner, with what was written beside it. */
export const OPENING_REASONS = ["asked_by_owner", "report", "incident"] as const;
export type OpeningReason = (typeof OPENING_REASONS)[number];

/** Long enough to help somebody on the telephone. */
const OPENING_MINUTES = 15;

/** How long its owner is shown that an account was read. */
const SHOWN_DAYS = 365;

export function startOfShownOpenings(now: Date): Date {
  return new Date(now.getTime() - SHOWN_DAYS * 86_400_000);
}

export function endOfOpening(openedAt: Date): Date {
  return new Date(openedAt.getTime() + OPENING_MINUTES * 60_000);
}

/** As the owner of the account is told of it. */
export interface ToldOpening {
  openedAt: Date;
  reason: OpeningReason;
  explanation: string;
}
