import { sql } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { outboxEvents } from "#db/schema/index.ts";
import { enqueueJob, enqueueJobs } from "./enqueue-job.server.ts";
import { EVENT_CLASSES, type EventType, type MessageClass } from "./event-classes.ts";

export interface OutboxEvent {
  type: EventType;
}

/** A code asked for now does not wait until a sweep of many thousands is told. */
const PRIORITIES: Record<MessageClass, number> = { at_once: 0, good_hour: 10 };

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
  const messageClass = EVENT_CLASSES[type];
  await tx.insert(outboxEvents).values({ id, type, messageClass, payload, occurredAt });
  const priority = PRIORITIES[messageClass];
  await enqueueJob(tx, "dispatch_event", { eventId: id }, `event:${id}`, { priority });
  return id;
}

/**
 * The same for what happened to many at once, in one request each: gives the identifiers in the order of the events. Those of
 * a greater `priority` are told after the others.
 */
export async function recordEvents<Event extends OutboxEvent>(
  tx: Transaction,
  events: readonly Event[],
  occurredAt: Date,
  { priority = 0 }: { priority?: number } = {},
): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ type, ...payload }) => {
    return { id: newId(), type, class: EVENT_CLASSES[type], payload };
  });
  await tx.execute(sql`
    insert into outbox_events (id, type, message_class, payload, occurred_at)
    select id, type, class, payload, ${occurredAt.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as e(id uuid, type text, class message_class, payload jsonb)`);
  const jobs = rows.map(({ id }) => ({ payload: { eventId: id }, key: `event:${id}` }));
  await enqueueJobs(tx, "dispatch_event", jobs, { priority });
  return rows.map(({ id }) => id);
}
