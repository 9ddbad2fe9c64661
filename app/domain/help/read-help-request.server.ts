import { ok, err, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { findFollowedRequest } from "./help.queries.server.ts";
import { insertHelpStep } from "./help-steps.store.server.ts";

/** Someone who follows the pupil's class says "J’ai lu": the pupil sees who, and when. A second time changes nothing. */
export async function readHelpRequest(
  { db, clock, actor }: ActorContext,
  input: { helpRequestId: string; classGroupId: string },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    if (!(await findFollowedRequest(tx, actor, input))) return err({ code: "not_found" });
    const step = { requestId: input.helpRequestId, kind: "read", actorId: actor.personId } as const;
    await insertHelpStep(tx, step, clock.now());
    return ok();
  });
}
