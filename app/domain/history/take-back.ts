import { last } from "#app/kernel/last.ts";

/** An act pressed by mistake can be taken back once and for a while, as long as nothing has followed. */
export const TAKE_BACK_MINUTES = 10;

const MINUTE_MS = 60_000;

interface Change {
  from: string | null;
  to: string;
  by: string;
  at: Date;
}

/** What was done since may still be taken back. */
export function takeBackSince(now: Date): Date {
  return new Date(now.getTime() - TAKE_BACK_MINUTES * MINUTE_MS);
}

export function takeBackLimit(at: Date): Date {
  return new Date(at.getTime() + TAKE_BACK_MINUTES * MINUTE_MS);
}

/** Until when the last change of a thing may be taken back by the side that made it, when it is this act; else null. */
export function takeBackUntil(
  changes: readonly Change[],
  act: { to: string; by: string },
  now: Date,
): Date | null {
  const latest = last(changes);
  if (!latest || latest.to !== act.to || latest.by !== act.by) return null;
  // Everyone concerned was told twice already: a second change of mind is a matter for the telephone.
  if (changes.some(({ from, by }) => from === act.to && by === act.by)) return null;
  return latest.at >= takeBackSince(now) ? takeBackLimit(latest.at) : null;
}
