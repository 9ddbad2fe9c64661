import { eq } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { endSessions } from "../accounts/accounts.store.server.ts";
import type { ActorContext } from "../use-case.ts";
import { erasureRequested } from "./events.ts";
import { erasureRefusal, type RequestErasureFailure } from "./erasure.ts";
import { getErasureConsequences } from "./erasure-consequences.queries.server.ts";

/**
 * Someone asks for their account to be erased: it happens a week later, unless they sign in before. Every session of theirs ends,
 * and their mailbox is told. Refused while others count on them.
 */
export async function requestErasure({
  db,
  clock,
  actor,
}: ActorContext): Promise<Result<void, RequestErasureFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const refusal = erasureRefusal(await getErasureConsequences(tx, actor, now));
    if (refusal) return err(refusal);
    await tx.update(persons).set({ erasureRequestedAt: now }).where(eq(persons.id, actor.personId));
    await endSessions(tx, actor.personId);
    await recordEvent(
      tx,
      erasureRequested,
      { personId: actor.personId, requestedAt: now.toISOString() },
      now,
    );
    return ok();
  });
}
