import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { WithdrawWords } from "./application.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationWithdrawn } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/** The pupil takes the application back, with a word of thanks or without; a seat reserved for it is free at once. */
export async function withdrawApplication(
  { db, clock, actor }: ActorContext,
  { applicationId, words }: { applicationId: string; words?: WithdrawWords | undefined },
): Promise<Result<void, ChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const locked = await lockForAction(tx, actor, applicationId, "withdraw");
    if (!locked.ok) return locked;
    const { application } = locked.value;
    const event = newEvent(applicationWithdrawn, { applicationId });
    const by = { actorId: actor.personId, reason: words };
    await applyTransition(tx, { application, action: "withdraw", event, ...by }, clock.now());
    return ok();
  });
}
