import { eq } from "drizzle-orm";
import { z } from "zod";
import type { DomainEventType, EventOf } from "#app/domain/notifications/domain-event.ts";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { outboxEvents } from "#db/schema/index.ts";
import type { SilenceReason, Telling } from "./compose.server.ts";
import { eventHandlers } from "./event-handlers.server.ts";
import type { Composer } from "./event-handlers/event-handler.ts";
import { JobFailure } from "./job-failure.ts";
import type { JobContext } from "./job-context.ts";
import { renderLetter, writeLetters } from "./write-messages.server.ts";

/**
 * Turns an event into its messages, or into the reason for none. Messages, the request to send them and the mark on the
 * event are one transaction, and a message is unique by event, template and recipient: run twice, or by two
 * workers at once, it tells everyone once.
 */
export async function dispatchEvent(context: JobContext, eventId: string): Promise<void> {
  const { db, clock } = context;
  const [event] = await db.select().from(outboxEvents).where(eq(outboxEvents.id, eventId));
  if (!event) throw new JobFailure(`event ${eventId} does not exist`);
  if (event.dispatchedAt) return;
  const telling = await tell(context, event);
  const drafts = "silence" in telling ? [] : telling;
  const onDay = dayOf(event.payload);
  const letters = await Promise.all(drafts.map((draft) => renderLetter(context, { ...event, onDay }, draft)));
  await db.transaction(async (tx) => {
    const [current] = await tx
      .select({ dispatchedAt: outboxEvents.dispatchedAt })
      .from(outboxEvents)
      .where(eq(outboxEvents.id, eventId))
      .for("update");
    if (!current || current.dispatchedAt) return;
    const now = clock.now();
    const channels = await writeLetters(tx, letters, now);
    await tx
      .update(outboxEvents)
      .set({ dispatchedAt: now, silence: silenceOf(telling) })
      .where(eq(outboxEvents.id, eventId));
    await requestDelivery(tx, channels);
  });
}

/** Why nobody is told; null when someone is. */
function silenceOf(telling: Telling): SilenceReason | null {
  if ("silence" in telling) return telling.silence;
  return telling.length === 0 ? "nobody_concerned" : null;
}

function tell(
  { db, clock, env, links }: JobContext,
  { type, payload }: typeof outboxEvents.$inferSelect,
): Promise<Telling> {
  const now = clock.now();
  const url = (path: string) => env.PUBLIC_URL + path;
  const composer: Composer = { db, now, today: parisDate(now), links, url };
  // An event of a type unknown here was written by a newer version: its worker will take the next attempt.
  if (!isKnown(type)) throw new JobFailure(`no handler for the event type "${type}"`);
  return handle(composer, type, payload);
}

function handle<Type extends DomainEventType>(
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

const tiedToDay = z.object({ onDay: z.iso.date() });

/** The day on which an event must be told, for the few that are tied to one. */
function dayOf(payload: unknown) {
  return tiedToDay.safeParse(payload).data?.onDay ?? null;
}
