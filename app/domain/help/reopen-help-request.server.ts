import { eq } from "drizzle-orm";
import { takeBackSince } from "#app/domain/history/take-back.ts";
import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { helpRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { insertHelpStep } from "./conversation.store.server.ts";
import { lockReadableRequest } from "./help-access.server.ts";

/** Who has just closed a request takes that back, within a few minutes: it waits again. Later, or for others, nothing changes. */
export async function reopenHelpRequest(
  { db, clock, actor }: ActorContext,
  { helpRequestId }: { helpRequestId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const request = await lockReadableRequest(tx, actor, helpRequestId);
    if (!request) return err({ code: "not_found" });
    const { handledAt, handledBy } = request;
    if (!handledAt || handledBy !== actor.personId || handledAt < takeBackSince(now)) return ok();
    // Whoever closed it has read it: no second adult has to be told.
    await tx
      .update(helpRequests)
      .set({ handledAt: null, handledBy: null })
      .where(eq(helpRequests.id, helpRequestId));
    const step = { requestId: helpRequestId, kind: "reopened", actorId: actor.personId } as const;
    await insertHelpStep(tx, step, now);
    return ok();
  });
}
