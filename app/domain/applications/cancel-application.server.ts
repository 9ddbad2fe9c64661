import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import type { CancelReason } from "./application.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationCancelled } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/**
 * The host takes back an acceptance, or a place already confirmed: the seats are free at once. A step of `cancelPlacement`, in
 * its transaction.
 */
export async function cancelApplication(
  tx: Transaction,
  actor: Actor,
  { applicationId, reason }: { applicationId: string; reason: CancelReason },
  now: Date,
): Promise<Result<void, ChangeFailure>> {
  const locked = await lockForAction(tx, actor, applicationId, "cancel");
  if (!locked.ok) return locked;
  const { application } = locked.value;
  const event = newEvent(applicationCancelled, { applicationId });
  const by = { actorId: actor.personId, reason };
  await applyTransition(tx, { application, action: "cancel", event, ...by }, now);
  return ok();
}
