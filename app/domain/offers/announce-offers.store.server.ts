import { enqueueJobs } from "#app/domain/outbox/enqueue-job.server.ts";
import { newEvent, recordEvents } from "#app/domain/outbox/record-event.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import type { offerPublished, offerReopened } from "./events.ts";

/** Alerts are deferrable: they come after every other message. */
const AFTER_ALL = 20;

/** Records that offers can be asked for from now on, and asks, apart from their messages, who was looking for them. */
export async function announceOffers(
  tx: Transaction,
  definition: typeof offerPublished | typeof offerReopened,
  offerIds: readonly string[],
  now: Date,
): Promise<void> {
  if (offerIds.length === 0) return;
  const events = offerIds.map((offerId) => newEvent(definition, { offerId }));
  await recordEvents(tx, events, now);
  await requestMatches(tx, offerIds);
}

/** Asks who was looking for these offers as they are now; with `onlyNew`, among those who have not been told of them. */
export async function requestMatches(
  tx: Transaction,
  offerIds: readonly string[],
  { onlyNew = false } = {},
): Promise<void> {
  if (offerIds.length === 0) return;
  const jobs = offerIds.map((offerId) => ({
    payload: { offerId, ...(onlyNew && { onlyNew }) },
    key: `match:${newId()}`,
  }));
  await enqueueJobs(tx, TASKS.matchOffer, jobs, { priority: AFTER_ALL });
}
