import { endHolds } from "#app/domain/holds/holds.store.server.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { DeclineReason } from "./application.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationDeclined } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/** The host says no, with one reason of a closed list. */
export async function declineApplication(
  { db, clock, actor }: ActorContext,
  { applicationId, reason }: { applicationId: string; reason: DeclineReason },
): Promise<Result<void, ChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockForAction(tx, actor, applicationId, "decline");
    if (!locked.ok) return locked;
    const { application } = locked.value;
    const now = clock.now();
    const { pupilId, offerId } = application;
    await endHolds(tx, { pupilId, offerId }, "refused", now);
    const event = newEvent(applicationDeclined, { applicationId });
    const by = { actorId: actor.personId, reason };
    await applyTransition(tx, { application, action: "decline", event, ...by }, now);
    return ok();
  });
}
