import { recordChange } from "#app/domain/history/record-change.server.ts";
import { lockSeats, moveSeats } from "#app/domain/offers/seats.store.server.ts";
import { newEvent, recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import type { ChangeFailure } from "./application.failures.ts";
import { isLive, nextStatus } from "./application.ts";
import { partyOf } from "./applications.policy.ts";
import {
  findApplication,
  findLiveApplications,
  lockApplications,
  lockPupil,
  setStatus,
  type ApplicationRow,
} from "./applications.store.server.ts";
import { endApplications } from "./end-applications.server.ts";
import { applicationConfirmed, applicationReleased } from "./events.ts";

/**
 * The pupil confirms: reserved seats become places, and the pupil's other live applications for any of these weeks are released.
 * A step of `confirmPlacement`, in its transaction. Locks: pupil, then seats of every offer concerned, then applications.
 */
export async function confirmApplication(
  tx: Transaction,
  actor: Actor,
  applicationId: string,
  now: Date,
): Promise<Result<ApplicationRow, ChangeFailure>> {
  const found = await findApplication(tx, applicationId);
  if (!found || partyOf(actor, found) !== "pupil" || found.status === "draft")
    return err({ code: "not_found" });
  await lockPupil(tx, actor.personId);
  const live = await findLiveApplications(tx, actor.personId, found.campaignId);
  const overlapping = live.filter(
    ({ id, weeks }) => id !== found.id && weeks.some((week) => found.weeks.includes(week)),
  );
  await lockSeats(tx, [found.offerId, ...overlapping.map(({ offerId }) => offerId)]);
  const locked = await lockApplications(tx, [found.id, ...overlapping.map(({ id }) => id)]);
  const application = locked.find(({ id }) => id === found.id);
  if (!application) return err({ code: "not_found" });
  const to = nextStatus(application.status, "confirm", "pupil");
  if (!to) return err({ code: "not_possible", status: application.status });

  await moveSeats(tx, application.offerId, application.weeks, "take", now);
  await setStatus(tx, application.id, { status: to, deadlineAt: null, updatedAt: now, weeks: "taken" });
  const eventId = await recordEvent(tx, applicationConfirmed, { applicationId }, now);
  const by = { actorId: actor.personId, actorRole: "pupil" as const };
  await recordChange(tx, { applicationId }, { from: application.status, to, ...by, eventId }, now);
  const released = locked.filter(({ id, status }) => id !== application.id && isLive(status));
  const endings = released.map((other) => ({
    application: other,
    to: "released" as const,
    actorId: null,
    actorRole: "system" as const,
    event: newEvent(applicationReleased, { applicationId: other.id }),
  }));
  await endApplications(tx, endings, now);
  return ok(application);
}
