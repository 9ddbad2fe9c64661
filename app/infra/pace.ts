import type { Clock } from "#app/kernel/clock.ts";

export type Wait = (ms: number) => Promise<void>;

/** A wait before each request that keeps them to so many a second. */
export function createPace(perSecond: number, clock: Clock, wait: Wait): () => Promise<void> {
  const intervalMs = 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = clock.now().getTime();
    const at = Math.max(now, next);
    next = at + intervalMs;
    if (at > now) await wait(at - now);
  };
}
