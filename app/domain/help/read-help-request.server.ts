import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { markRead } from "./conversation.store.server.ts";
import { lockReadableRequest } from "./help-access.server.ts";

/** Someone who may read the request says "J’ai lu": the pupil sees who, and when. A second time changes nothing. */
export async function readHelpRequest(
  { db, clock, actor }: ActorContext,
  { helpRequestId }: { helpRequestId: string },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const request = await lockReadableRequest(tx, actor, helpRequestId);
    if (!request) return err({ code: "not_found" });
    await markRead(tx, { requestId: helpRequestId, actorId: actor.personId }, clock.now());
    return ok();
  });
}
