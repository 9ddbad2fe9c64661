import { and, count, eq, gt } from "drizzle-orm";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, err, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { helpMessages, helpRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { insertHelpMessage, insertHelpStep } from "./conversation.store.server.ts";
import { helpContinued } from "./events.ts";
import { lockRequest } from "./help-access.server.ts";
import { HELP_MESSAGES_A_DAY, type ContinueHelpFailure } from "./help-request.ts";

const DAY_MS = 86_400_000;

/**
 * The pupil writes again about their own request, which waits to be read anew, and opens again when it was closed. The
 * words and the event that tells the adults are one transaction; the limit of a day is judged under the request's lock.
 */
export async function continueHelpRequest(
  { db, clock, actor }: ActorContext,
  { helpRequestId, body }: { helpRequestId: string; body: string },
): Promise<Result<void, ContinueHelpFailure>> {
  const now = clock.now();
  const { personId } = actor;
  return inTransaction(db, async (tx) => {
    const request = await lockRequest(tx, helpRequestId);
    if (request?.pupilId !== personId) return err({ code: "not_found" });
    if ((await countSince(tx, helpRequestId, new Date(now.getTime() - DAY_MS))) >= HELP_MESSAGES_A_DAY)
      return err({ code: "too_many_messages", max: HELP_MESSAGES_A_DAY });
    const message = { requestId: helpRequestId, authorId: personId, fromPupil: true, body };
    const helpMessageId = await insertHelpMessage(tx, message, now);
    if (request.handledAt)
      await insertHelpStep(tx, { requestId: helpRequestId, kind: "reopened", actorId: personId }, now);
    await tx
      .update(helpRequests)
      .set({ handledAt: null, handledBy: null, waitingSince: request.waitingSince ?? now })
      .where(eq(helpRequests.id, helpRequestId));
    await recordEvent(tx, helpContinued, { helpRequestId, helpMessageId }, now);
    return ok();
  });
}

async function countSince(tx: Transaction, requestId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ total: count() })
    .from(helpMessages)
    .where(
      and(
        eq(helpMessages.requestId, requestId),
        eq(helpMessages.fromPupil, true),
        gt(helpMessages.writtenAt, since),
      ),
    );
  return row?.total ?? 0;
}
