import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { enqueueJob } from "./enqueue-job.server.ts";
import { EVENT_CLASSES, type EventType } from "./event-classes.ts";

export interface OutboxEvent {
  type: EventType;
}

/**
 * Writes what happened and the job that will tell it, in the transaction of the change itself:
 * both exist or neither does, wherever the process dies. Payloads hold identifiers only. Gives the event's identifier.
 */
export async function recordEvent<Event extends OutboxEvent>(
  tx: Transaction,
  event: Event,
  occurredAt: Date,
): Promise<string> {
  const { type, ...payload } = event;
  const id = newId();
  await tx.insert(outboxEvents).values({ id, type, messageClass: EVENT_CLASSES[type], payload, occurredAt });
  await enqueueJob(tx, "dispatch_event", { eventId: id }, `event:${id}`);
  return id;
}

export { enqueueJob } from "./enqueue-job.server.ts";
