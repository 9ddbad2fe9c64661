import { ok, type Result } from "#app/kernel/result.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { ChangeFailure } from "./application.failures.ts";
import type { WithdrawWords } from "./application.ts";
import { endApplication, loadForAction } from "./change-application.server.ts";
import { applicationWithdrawn } from "./events.ts";

/** The pupil takes the application back, with a word of thanks or without; a seat reserved for it is free at once. */
export async function withdrawApplication(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string; words?: WithdrawWords | undefined },
): Promise<Result<void, ChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const loaded = await loadForAction(tx, actor, input.applicationId, "withdraw");
    if (!loaded.ok) return loaded;
    const { application, to } = loaded.value;
    const event = newEvent(applicationWithdrawn, { applicationId: application.id });
    const by = { actorId: actor.personId, actorRole: "pupil" as const };
    const reason = input.words ? { reason: input.words } : {};
    await endApplication(tx, application, { to, event, ...by, ...reason }, clock.now());
    return ok();
  });
}
