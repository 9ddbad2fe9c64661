import { endHolds, heldOffers } from "#app/domain/holds/holds.store.server.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import { findStanding } from "../hosts/hosts.store.server.ts";
import type { ChangeFailure } from "./application.failures.ts";
import type { ApplicationRow } from "./applications.store.server.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationConfirmed } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";
import { findRivals, releaseRivals } from "./rivals.store.server.ts";

/**
 * The pupil confirms: reserved seats become places, and the pupil's other live applications for any of these weeks are released.
 * So are the seats kept for them elsewhere. Nothing is confirmed at a host whose SIRET was taken away. A step of `confirmPlacement`, in its transaction.
 */
export async function confirmApplication(
  tx: Transaction,
  actor: Actor,
  applicationId: string,
  now: Date,
): Promise<Result<ApplicationRow, ChangeFailure | Failure<"organisation_detached">>> {
  const locked = await lockForAction(tx, actor, applicationId, "confirm", async (found) => ({
    applications: await findRivals(tx, found, found.id),
    offerIds: await heldOffers(tx, found.pupilId),
  }));
  if (!locked.ok) return locked;
  const { application, alongside } = locked.value;
  if ((await findStanding(tx, application.organisationId))?.detached)
    return err({ code: "organisation_detached" });
  const event = newEvent(applicationConfirmed, { applicationId });
  await applyTransition(tx, { application, action: "confirm", event, actorId: actor.personId }, now);
  await releaseRivals(tx, alongside, now);
  await endHolds(tx, { pupilId: application.pupilId }, "placed", now);
  return ok(application);
}
