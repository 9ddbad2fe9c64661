import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationObjected } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/**
 * A legal representative of the pupil objects before the confirmation: the application is withdrawn in their name. They have
 * no account: whoever calls this has checked the link that names them.
 */
export async function objectToApplication(
  { db, clock }: UseCaseContext,
  { guardianId, applicationId }: { guardianId: string; applicationId: string },
): Promise<Result<void, ChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockForAction(tx, { guardianId }, applicationId, "object");
    if (!locked.ok) return locked;
    const { application } = locked.value;
    const event = newEvent(applicationObjected, { applicationId, guardianId });
    await applyTransition(tx, { application, action: "object", event, actorId: null }, clock.now());
    return ok();
  });
}
