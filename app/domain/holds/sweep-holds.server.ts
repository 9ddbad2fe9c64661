import type { UseCaseContext } from "../use-case.ts";
import { endDueHolds } from "./holds.store.server.ts";

const AT_ONCE = 200;

/**
 * Gives back the seats whose two days are over, by batches, each one transaction: killed anywhere, run twice or on several
 * machines, it ends each once. Until it has passed, a pupil a few minutes late still finds the seat.
 */
export async function sweepHolds({ db, clock }: UseCaseContext): Promise<number> {
  let ended = 0;
  for (;;) {
    const batch = await db.transaction((tx) => endDueHolds(tx, AT_ONCE, clock.now()));
    ended += batch;
    if (batch < AT_ONCE) return ended;
  }
}
