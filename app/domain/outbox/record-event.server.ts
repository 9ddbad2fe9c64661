import { sql } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import type { EventDefinition } from "./define-event.ts";
import type { Urgency } from "./urgency.ts";
import { enqueueJobs } from "./enqueue-job.server.ts";
import { TASKS } from "./tasks.ts";

/** What happened, with the payload that its definition asks for. */
export interface NewEvent {
  type: string;
  version: number;
  urgency: Urgency;
  payload: unknown;
}

export function newEvent<Payload>(
  { type, version, urgency, payload: schema }: EventDefinition<string, Payload>,
  payload: NoInfer<Payload>,
): NewEvent {
  return { type, version, urgency, payload: schema.parse(payload) };
}

/** A code asked for now does not wait until the messages of a sweep of many thousands are written. */
const PRIORITIES: Record<Urgency, number> = { immediate: 0, deferrable: 10 };

export function priorityOf({ urgency }: NewEvent): number {
  return PRIORITIES[urgency];
}

/**
 * Writes what happened and the job that will dispatch it, in the transaction of the change itself:
 * both exist or neither does, wherever the process dies. Gives the event's identifier.
 */
export async function recordEvent<Payload>(
  tx: Transaction,
  definition: EventDefinition<string, Payload>,
  payload: NoInfer<Payload>,
  occurredAt: Date,
): Promise<string> {
  const event = newEvent(definition, payload);
  const [id = ""] = await recordEvents(tx, [event], occurredAt, { priority: priorityOf(event) });
  return id;
}

/**
 * The same for what happened to many at once, in one request each: gives the identifiers in the order of the events. Those of
 * a greater `priority` are dispatched after the others.
 */
export async function recordEvents(
  tx: Transaction,
  events: readonly NewEvent[],
  occurredAt: Date,
  { priority = 0 }: { priority?: number } = {},
): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = events.map(({ type, version, urgency, payload }) => {
    return { id: newId(), type, version, urgency, payload };
  });
  await tx.execute(sql`
    insert into outbox_events (id, type, version, urgency, payload, occurred_at)
    select id, type, version, urgency, payload, ${occurredAt.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as e(id uuid, type text, version smallint, urgency urgency, payload jsonb)`);
  const jobs = rows.map(({ id }) => ({ payload: { eventId: id }, key: `event:${id}` }));
  await enqueueJobs(tx, TASKS.dispatchEvent, jobs, { priority });
  return rows.map(({ id }) => id);
}
