import { eq } from "drizzle-orm";
import { ok, err, type Result } from "#app/kernel/result.ts";
import { helpRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { insertHelpStep } from "./conversation.store.server.ts";
import { lockReadableRequest } from "./help-access.server.ts";
import { isUrgent, type CloseHelpFailure } from "./help-request.ts";

/**
 * Someone who may read the request says that it is dealt with; an urgent one, with a word on what was done. What a colleague
 * has closed meanwhile stays theirs: a word is then not lost without a sign, and without one nothing has to be said.
 */
export async function closeHelpRequest(
  { db, clock, actor }: ActorContext,
  { helpRequestId, note }: { helpRequestId: string; note: string },
): Promise<Result<void, CloseHelpFailure>> {
  const now = clock.now();
  const { personId } = actor;
  return inTransaction(db, async (tx) => {
    const request = await lockReadableRequest(tx, actor, helpRequestId);
    if (!request) return err({ code: "not_found" });
    if (request.handledAt) return note ? err({ code: "already_closed" }) : ok();
    if (isUrgent(request.topic) && !note) return err({ code: "note_needed" });
    await tx
      .update(helpRequests)
      .set({ handledAt: now, handledBy: personId, waitingSince: null, secondToldAt: null })
      .where(eq(helpRequests.id, helpRequestId));
    const step = {
      requestId: helpRequestId,
      kind: "handled",
      actorId: personId,
      note: note || null,
    } as const;
    await insertHelpStep(tx, step, now);
    return ok();
  });
}
