import { ok, type Result } from "#app/kernel/result.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { ChangeFailure } from "./application.failures.ts";
import type { DeclineReason } from "./application.ts";
import { endApplication, loadForAction } from "./change-application.server.ts";
import { applicationDeclined } from "./events.ts";

/** The host says no, with one reason of a closed list. */
export async function declineApplication(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string; reason: DeclineReason },
): Promise<Result<void, ChangeFailure>> {
  return inTransaction(db, async (tx) => {
    const loaded = await loadForAction(tx, actor, input.applicationId, "decline");
    if (!loaded.ok) return loaded;
    const { application, to } = loaded.value;
    const event = newEvent(applicationDeclined, { applicationId: application.id });
    const ending = { to, event, actorId: actor.personId, actorRole: "host", reason: input.reason } as const;
    await endApplication(tx, application, ending, clock.now());
    return ok();
  });
}
