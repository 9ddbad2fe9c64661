import { endHolds, heldOffers } from "#app/domain/holds/holds.store.server.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import { findStanding } from "../hosts/hosts.store.server.ts";
import { isLive } from "./application.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { findLiveApplications, type ApplicationRow } from "./applications.store.server.ts";
import { applyTransition, applyTransitions } from "./apply-transition.server.ts";
import { applicationConfirmed, applicationReleased } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

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
    applications: await findRivals(tx, found),
    offerIds: await heldOffers(tx, found.pupilId),
  }));
  if (!locked.ok) return locked;
  const { application, alongside } = locked.value;
  if ((await findStanding(tx, application.organisationId))?.detached)
    return err({ code: "organisation_detached" });
  const event = newEvent(applicationConfirmed, { applicationId });
  await applyTransition(tx, { application, action: "confirm", event, actorId: actor.personId }, now);
  const released = alongside
    .filter(({ status }) => isLive(status))
    .map((rival) => ({
      application: rival,
      action: "release" as const,
      event: newEvent(applicationReleased, { applicationId: rival.id }),
      actorId: null,
    }));
  await applyTransitions(tx, released, now);
  await endHolds(tx, { pupilId: application.pupilId }, "placed", now);
  return ok(application);
}

/** The pupil's other applications that ask for one of these weeks. */
async function findRivals(
  tx: Queryable,
  { id: own, pupilId, campaignId, weeks: wanted }: ApplicationRow,
): Promise<ApplicationRow[]> {
  const live = await findLiveApplications(tx, pupilId, campaignId);
  return live.filter(({ id, weeks }) => id !== own && weeks.some((week) => wanted.includes(week)));
}
