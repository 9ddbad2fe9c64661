import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { insertHelpMessage, markRead } from "./conversation.store.server.ts";
import { helpAnswered } from "./events.ts";
import { lockReadableRequest } from "./help-access.server.ts";

/**
 * Someone who may read the request writes back to the pupil: the words, that they have read, and the event that tells the
 * pupil are one transaction. Two colleagues who write at the same instant are both read. A closed request stays closed.
 */
export async function answerHelpRequest(
  { db, clock, actor }: ActorContext,
  { helpRequestId, body }: { helpRequestId: string; body: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const request = await lockReadableRequest(tx, actor, helpRequestId);
    if (!request) return err({ code: "not_found" });
    const { personId } = actor;
    await markRead(tx, { requestId: helpRequestId, actorId: personId }, now);
    const message = { requestId: helpRequestId, authorId: personId, fromPupil: false, body };
    const helpMessageId = await insertHelpMessage(tx, message, now);
    await recordEvent(tx, helpAnswered, { helpRequestId, helpMessageId }, now);
    return ok();
  });
}
