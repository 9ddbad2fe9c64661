import { and, eq, gte } from "drizzle-orm";
import { takeBackSince } from "#app/domain/history/take-back.ts";
import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { helpRequests } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { findFollowedRequest } from "./help.queries.server.ts";
import { insertHelpStep } from "./help-steps.store.server.ts";

/** Who has just said that a request is dealt with takes that back, within a few minutes: it waits again. */
export async function reopenHelpRequest(
  { db, clock, actor }: ActorContext,
  input: { helpRequestId: string; classGroupId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    if (!(await findFollowedRequest(tx, actor, input))) return err({ code: "not_found" });
    const reopened = await tx
      .update(helpRequests)
      .set({ handledAt: null, handledBy: null })
      .where(
        and(
          eq(helpRequests.id, input.helpRequestId),
          eq(helpRequests.handledBy, actor.personId),
          gte(helpRequests.handledAt, takeBackSince(now)),
        ),
      )
      .returning({ id: helpRequests.id });
    const step = { requestId: input.helpRequestId, kind: "reopened", actorId: actor.personId } as const;
    if (reopened.length > 0) await insertHelpStep(tx, step, now);
    return ok();
  });
}
