import { and, asc, eq, lte } from "drizzle-orm";
import { foundInternships } from "#db/schema/index.ts";
import { recordEvent } from "../outbox/record-event.server.ts";
import type { UseCaseContext } from "../use-case.ts";
import { foundEnded } from "./events.ts";
import { moveFound } from "./found.store.server.ts";

const AT_ONCE = 200;

/**
 * Ends what hosts have left without answer, by batches, each one transaction: killed anywhere, run twice or on several machines, it
 * ends each once. Whoever follows the pupil is told, and may ask again.
 */
export async function sweepFound({ db, clock }: UseCaseContext): Promise<number> {
  let ended = 0;
  for (;;) {
    const now = clock.now();
    const batch = await db.transaction(async (tx) => {
      const due = await tx
        .select({ id: foundInternships.id })
        .from(foundInternships)
        .where(and(eq(foundInternships.state, "awaiting_host"), lte(foundInternships.expiresAt, now)))
        .orderBy(asc(foundInternships.expiresAt), asc(foundInternships.id))
        .limit(AT_ONCE)
        .for("update", { skipLocked: true });
      for (const { id } of due) {
        await moveFound(tx, id, { state: "expired", weeks: "given_back", endedAt: now });
        await recordEvent(tx, foundEnded, { foundId: id }, now);
      }
      return due.length;
    });
    ended += batch;
    if (batch < AT_ONCE) return ended;
  }
}
