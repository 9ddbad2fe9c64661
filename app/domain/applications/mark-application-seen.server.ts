import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationSeen } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/** The host opened the application: the pupil can see that it was read. Reading again changes nothing. */
export async function markApplicationSeen(
  { db, clock, actor }: ActorContext,
  { applicationId }: { applicationId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const locked = await lockForAction(tx, actor, applicationId, "see");
    if (!locked.ok) return locked.error.code === "not_possible" ? ok() : err(locked.error);
    const { application } = locked.value;
    const event = newEvent(applicationSeen, { applicationId });
    await applyTransition(tx, { application, action: "see", event, actorId: actor.personId }, now);
    return ok();
  });
}
