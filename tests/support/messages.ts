import { newId } from "#app/kernel/ids.ts";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database } from "#db/client.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";

type MessageRow = typeof messages.$inferInsert;

/** A message as the dispatcher would have written it, pending unless told otherwise. */
export async function writeMessage(db: Database, clock: Clock, values: Partial<MessageRow> = {}) {
  const id = newId();
  const now = clock.now();
  const row: MessageRow = {
    id,
    template: "application-declined",
    urgency: "immediate",
    priority: 1,
    channel: "email",
    recipient: `quelqu-un-${id.slice(-6)}@example.org`,
    timeZone: "Europe/Paris",
    idempotencyKey: id,
    subject: "Réponse à votre candidature",
    html: "<p>Bonjour</p>",
    text: "Bonjour,\n\nUne réponse est arrivée.",
    summary: "D’autres offres sont ouvertes près de votre lycée.",
    actionLabel: "Voir d’autres offres",
    actionUrl: "http://localhost:3000/offres?lieu=Rennes",
    status: "pending",
    notBefore: now,
    createdAt: now,
    ...values,
  };
  await db.insert(messages).values(row);
  return { ...row, id };
}

/** An event already dispatched; with `skipReason`, one that nobody was told of. */
export async function writeEvent(
  db: Database,
  clock: Clock,
  { type = "application.declined", skipReason = null }: { type?: string; skipReason?: string | null } = {},
): Promise<string> {
  const id = newId();
  await db.insert(outboxEvents).values({
    id,
    type,
    urgency: "immediate",
    payload: {},
    occurredAt: clock.now(),
    dispatchedAt: clock.now(),
    skipReason,
  });
  return id;
}
