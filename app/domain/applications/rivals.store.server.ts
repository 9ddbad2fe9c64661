import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { isLive } from "./application.ts";
import { findLiveApplications, type ApplicationRow } from "./applications.store.server.ts";
import { applyTransitions } from "./apply-transition.server.ts";
import { applicationReleased } from "./events.ts";

/** The pupil's live applications that ask for one of these weeks, but for one. */
export async function findRivals(
  tx: Queryable,
  { pupilId, campaignId, weeks: wanted }: Pick<ApplicationRow, "pupilId" | "campaignId" | "weeks">,
  own?: string,
): Promise<ApplicationRow[]> {
  const live = await findLiveApplications(tx, pupilId, campaignId);
  return live.filter(({ id, weeks }) => id !== own && weeks.some((week) => wanted.includes(week)));
}

/** Lets their hosts answer others. They are locked; those that ended meanwhile stay as they are. */
export async function releaseRivals(
  tx: Transaction,
  rivals: readonly ApplicationRow[],
  now: Date,
): Promise<void> {
  const released = rivals
    .filter(({ status }) => isLive(status))
    .map((rival) => ({
      application: rival,
      action: "release" as const,
      event: newEvent(applicationReleased, { applicationId: rival.id }),
      actorId: null,
    }));
  await applyTransitions(tx, released, now);
}
