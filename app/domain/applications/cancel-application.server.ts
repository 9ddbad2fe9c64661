import { err, ok, type Result } from "#app/kernel/result.ts";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { nextStatus, type CancelReason } from "./application.ts";
import { partyOf } from "./applications.policy.ts";
import { findApplication, lockApplications, lockPupil } from "./applications.store.server.ts";
import { endApplication } from "./change-application.server.ts";
import { applicationCancelled } from "./events.ts";

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
  const found = await findApplication(tx, applicationId);
  if (!found || partyOf(actor, found) !== "host" || found.status === "draft")
    return err({ code: "not_found" });
  await lockPupil(tx, found.pupilId);
  await lockSeats(tx, [found.offerId]);
  const [application] = await lockApplications(tx, [applicationId]);
  if (!application) return err({ code: "not_found" });
  const to = nextStatus(application.status, "cancel", "host");
  if (!to) return err({ code: "not_possible", status: application.status });
  const event = newEvent(applicationCancelled, { applicationId });
  const by = { actorId: actor.personId, actorRole: "host" as const };
  await endApplication(tx, application, { to, event, ...by, reason }, now);
  return ok();
}
