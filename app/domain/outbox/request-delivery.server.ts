import type { Transaction } from "#db/client.ts";
import { CHANNELS, type Channel } from "./channels.ts";
import { enqueueJob } from "./enqueue-job.server.ts";
import { TASKS } from "./tasks.ts";

/** Deliveries go before everything else, so that codes leave while thousands of events wait to be dispatched. */
export const DELIVERY_PRIORITY = -10;
export const deliveryKey = (channel: Channel) => `deliver:${channel}`;

/**
 * Asks that pending messages be sent, in the transaction that made them pending; call it last, since all callers meet on one
 * row. While a provider is down the job waits for its hour: more messages do not make it ask sooner.
 */
export async function requestDelivery(
  tx: Transaction,
  channels: Iterable<Channel> = CHANNELS,
): Promise<void> {
  for (const channel of channels)
    await enqueueDelivery(tx, channel, deliveryKey(channel), { keepsHour: true });
}

/** Comes back for the whole channel after this delay: its provider does not take anything now. */
export async function postponeDelivery(tx: Transaction, channel: Channel, inMs: number): Promise<void> {
  await enqueueDelivery(tx, channel, deliveryKey(channel), { inMs });
}

/** Comes back after this delay for single messages that failed, while the others go on. */
export async function requestRetries(tx: Transaction, channel: Channel, inMs: number): Promise<void> {
  await enqueueDelivery(tx, channel, `deliver-again:${channel}`, { inMs });
}

function enqueueDelivery(
  tx: Transaction,
  channel: Channel,
  key: string,
  when: { inMs?: number; keepsHour?: boolean },
): Promise<void> {
  return enqueueJob(tx, TASKS.deliverMessages, { channel }, key, {
    ...when,
    queue: channel,
    priority: DELIVERY_PRIORITY,
  });
}
