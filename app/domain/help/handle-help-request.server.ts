import { and, eq, isNull } from "drizzle-orm";
import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { helpRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { findFollowedRequest } from "./help.queries.server.ts";
import { insertHelpStep } from "./help-steps.store.server.ts";

/** Someone who follows the pupil's class says that the request is dealt with; a second time changes nothing. */
export async function handleHelpRequest(
  { db, clock, actor }: ActorContext,
  input: { helpRequestId: string; classGroupId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    if (!(await findFollowedRequest(tx, actor, input))) return err({ code: "not_found" });
    const handled = await tx
      .update(helpRequests)
      .set({ handledAt: now, handledBy: actor.personId })
      .where(and(eq(helpRequests.id, input.helpRequestId), isNull(helpRequests.handledAt)))
      .returning({ id: helpRequests.id });
    const step = { requestId: input.helpRequestId, kind: "handled", actorId: actor.personId } as const;
    if (handled.length > 0) await insertHelpStep(tx, step, now);
    return ok();
  });
}
