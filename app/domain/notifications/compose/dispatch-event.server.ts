import { eq } from "drizzle-orm";
import { conditionsOf, definitionOf, isEventType, type EventType } from "./event-registry.ts";
import { readPayload, UnreadableEvent, type RecordedEvent } from "#app/domain/outbox/define-event.ts";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { outboxEvents } from "#db/schema/index.ts";
import type { SkipReason } from "#app/domain/notifications/skip-reasons.ts";
import type { Composition } from "./message-draft.server.ts";
import type { Composer, EventHandlers } from "./composer.ts";
import { accountHandlers } from "./handlers/accounts.server.ts";
import { agreementHandlers } from "./handlers/agreements.server.ts";
import { alertHandlers } from "./handlers/alerts.server.ts";
import { applicationHandlers } from "./handlers/applications.server.ts";
import { helpHandlers } from "./handlers/help.server.ts";
import { hostHandlers } from "./handlers/hosts.server.ts";
import { offerHandlers } from "./handlers/offers.server.ts";
import { peopleHandlers } from "./handlers/people.server.ts";
import { placementHandlers } from "./handlers/placements.server.ts";
import { foundHandlers } from "./handlers/found.server.ts";
import { presenceHandlers, supervisorHandlers } from "./handlers/presence.server.ts";
import { pupilHandlers } from "./handlers/pupils.server.ts";
import { schoolHandlers } from "./handlers/schools.server.ts";
import { JobFailure } from "#app/domain/outbox/job-failure.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";
import { renderDraft, writeMessages } from "./write-messages.server.ts";

/** Who is written to when something happens, and what. An event type without its handler does not compile. */
const HANDLERS: EventHandlers = {
  ...offerHandlers,
  ...applicationHandlers,
  ...placementHandlers,
  ...presenceHandlers,
  ...supervisorHandlers,
  ...foundHandlers,
  ...agreementHandlers,
  ...accountHandlers,
  ...helpHandlers,
  ...hostHandlers,
  ...schoolHandlers,
  ...peopleHandlers,
  ...pupilHandlers,
  ...alertHandlers,
};

/**
 * Turns an event into its messages, or into the reason for none. Messages, the request to send them and the mark on the
 * event are one transaction, and a message is unique by event, template and recipient: dispatched twice, or by two
 * workers at once, it is sent to everyone once.
 */
export async function dispatchEvent(context: MessagingContext, eventId: string): Promise<void> {
  const { db, clock } = context;
  const [event] = await db.select().from(outboxEvents).where(eq(outboxEvents.id, eventId));
  if (!event) throw new JobFailure(`event ${eventId} does not exist`);
  if (event.dispatchedAt) return;
  const composition = await compose(context, event);
  const drafts = "skipped" in composition ? [] : composition;
  const onDay = dayOf(event);
  const messages = await Promise.all(drafts.map((draft) => renderDraft(context, { ...event, onDay }, draft)));
  await db.transaction(async (tx) => {
    const [current] = await tx
      .select({ dispatchedAt: outboxEvents.dispatchedAt })
      .from(outboxEvents)
      .where(eq(outboxEvents.id, eventId))
      .for("update");
    if (!current || current.dispatchedAt) return;
    const now = clock.now();
    const channels = await writeMessages(tx, messages, now);
    await tx
      .update(outboxEvents)
      .set({ dispatchedAt: now, skipReason: skipReasonOf(composition) })
      .where(eq(outboxEvents.id, eventId));
    await requestDelivery(tx, channels);
  });
}

/** Why there is no message; null when there is one. */
function skipReasonOf(composition: Composition): SkipReason | null {
  if ("skipped" in composition) return composition.skipped;
  return composition.length === 0 ? "nobody_concerned" : null;
}

async function compose(
  { db, clock, env, links }: MessagingContext,
  event: RecordedEvent,
): Promise<Composition> {
  const now = clock.now();
  const url = (path: string) => env.PUBLIC_URL + path;
  const composer: Composer = { db, now, today: parisDate(now), links, url };
  try {
    // An event of a type or version unknown here was written by a newer service: its worker takes the next attempt.
    if (!isEventType(event.type)) throw new UnreadableEvent(`no handler for the event type "${event.type}"`);
    return await handle(composer, event.type, event);
  } catch (error) {
    if (error instanceof UnreadableEvent) throw new JobFailure(error.message);
    throw error;
  }
}

function handle<Type extends EventType>(
  composer: Composer,
  type: Type,
  event: RecordedEvent,
): Promise<Composition> {
  return HANDLERS[type](composer, readPayload(definitionOf(type), event));
}

/** The day on which the messages of an event must be read, for the few that are tied to one. */
function dayOf(event: RecordedEvent) {
  const day = conditionsOf(event).find((condition) => condition.kind === "day");
  return day?.onDay ?? null;
}
