/** The provider forgets a key after 24 hours: later than this, an attempt whose answer was lost could send twice. */
export const SAFE_RETRY_MS = 20 * 3_600_000;

const SHORTEST_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;
const LONGEST_PAUSE_MS = 120_000;

/** Waits as long again as it has waited so far, a quarter more or less: each delay doubles, and retries spread. */
function doubling(ageMs: number, longestMs: number, random: () => number): number {
  const delay = Math.min(Math.max(ageMs, SHORTEST_MS), longestMs);
  return Math.round(delay * (0.75 + random() / 2));
}

/** How long a message in trouble waits, since its first attempt. */
export function retryDelay(ageMs: number, random: () => number): number {
  return doubling(ageMs, LONGEST_RETRY_MS, random);
}

/** How long the whole channel waits for a provider that does not work. */
export function pauseDelay(ageMs: number, random: () => number): number {
  return doubling(ageMs, LONGEST_PAUSE_MS, random);
}
