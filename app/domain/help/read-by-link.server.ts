import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import { markRead } from "./conversation.store.server.ts";
import { lockRequest } from "./help-access.server.ts";
import { getLinkedRequest } from "./linked-request.queries.server.ts";

/** An adult says "J’ai lu" from the e-mail that told them, without signing in. A second time changes nothing. */
export async function readHelpRequestByLink(
  { db, clock }: UseCaseContext,
  { readerId }: { readerId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const linked = await getLinkedRequest(tx, readerId, now);
    if (!linked) return err({ code: "not_found" });
    const request = await lockRequest(tx, linked.helpRequestId);
    if (request && !request.handledAt)
      await markRead(tx, { requestId: linked.helpRequestId, actorId: linked.personId }, now);
    return ok();
  });
}
