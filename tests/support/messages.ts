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
    messageClass: "at_once",
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

/** An event already dispatched; with `silence`, one that nobody was told of. */
export async function writeEvent(
  db: Database,
  clock: Clock,
  { type = "application.declined", silence = null }: { type?: string; silence?: string | null } = {},
): Promise<string> {
  const id = newId();
  await db.insert(outboxEvents).values({
    id,
    type,
    messageClass: "at_once",
    payload: {},
    occurredAt: clock.now(),
    dispatchedAt: clock.now(),
    silence,
  });
  return id;
}
