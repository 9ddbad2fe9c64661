import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { DomainEventType, EventOf } from "#app/domain/notifications/domain-event.ts";
import { enqueueJob } from "#app/domain/outbox/record-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import type { Draft, Telling } from "./compose.server.ts";
import { eventHandlers } from "./event-handlers.server.ts";
import type { Composer } from "./event-handlers/event-handler.ts";
import { JobFailure } from "./job-failure.ts";
import type { JobContext } from "./job-context.ts";

type MessageRow = typeof messages.$inferInsert;

/**
 * Turns an event into its messages and the jobs that send them. Messages, jobs and the mark on the event
 * are one transaction, and a message is unique by event, template and recipient: run twice, or by two
 * workers at once, it tells everyone once.
 */
export async function dispatchEvent(context: JobContext, eventId: string): Promise<void> {
  const { db, clock } = context;
  const [event] = await db.select().from(outboxEvents).where(eq(outboxEvents.id, eventId));
  if (!event) throw new JobFailure(`event ${eventId} does not exist`);
  if (event.dispatchedAt) return;
  const rows = await composeMessages(context, event);
  await db.transaction(async (tx) => {
    const [current] = await tx
      .select({ dispatchedAt: outboxEvents.dispatchedAt })
      .from(outboxEvents)
      .where(eq(outboxEvents.id, eventId))
      .for("update");
    if (!current || current.dispatchedAt) return;
    for (const row of rows) {
      const inserted = await tx
        .insert(messages)
        .values(row)
        .onConflictDoNothing({ target: messages.idempotencyKey })
        .returning({ id: messages.id, status: messages.status });
      for (const { id, status } of inserted)
        if (status === "pending") await enqueueJob(tx, "send_message", { messageId: id }, `message:${id}`);
    }
    await tx.update(outboxEvents).set({ dispatchedAt: clock.now() }).where(eq(outboxEvents.id, eventId));
  });
}

async function composeMessages(
  { db, clock, env, links }: JobContext,
  event: typeof outboxEvents.$inferSelect,
): Promise<MessageRow[]> {
  const now = clock.now();
  const url = (path: string) => env.PUBLIC_URL + path;
  const composer: Composer = { db, now, today: parisDate(now), links, url };
  const telling = await handle(composer, event.type, event.payload);
  const drafts = Array.isArray(telling) ? telling : [];
  return Promise.all(
    drafts.map(async (draft) => ({
      id: newId(),
      eventId: event.id,
      template: draft.template,
      messageClass: event.messageClass,
      priority: 1,
      personId: draft.recipient.personId,
      channel: draft.recipient.email === null ? "none" : "email",
      recipient: draft.recipient.email,
      timeZone: draft.recipient.timeZone,
      idempotencyKey: idempotencyKey(event.id, draft),
      ...(await draft.render()),
      status: draft.recipient.email === null ? "shown" : "pending",
      notBefore: now,
      createdAt: now,
    })),
  );
}

/** An event of a type unknown here was written by a newer version: its worker will take the next attempt. */
function handle(composer: Composer, type: string, payload: unknown): Promise<Telling> {
  if (!isKnown(type)) throw new JobFailure(`no handler for the event type "${type}"`);
  return dispatch(composer, type, payload);
}

function dispatch<Type extends DomainEventType>(
  composer: Composer,
  type: Type,
  payload: unknown,
): Promise<Telling> {
  // Payloads are typed where they are written, by `recordEvent`'s callers.
  return eventHandlers[type](composer, { type, ...(payload as object) } as EventOf<Type>);
}

function isKnown(type: string): type is DomainEventType {
  return Object.hasOwn(eventHandlers, type);
}

/** The address is hashed: the key stays short, and may be logged. */
function idempotencyKey(eventId: string, { template, recipient }: Draft): string {
  const whom = recipient.email?.toLowerCase() ?? recipient.phone ?? recipient.personId ?? "nobody";
  const address = createHash("sha256").update(whom).digest("hex").slice(0, 32);
  return `${eventId}/${template}/${address}`;
}
