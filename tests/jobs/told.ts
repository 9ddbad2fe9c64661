import type { Recipient } from "#app/domain/notifications/recipients.queries.server.ts";
import type { EventType } from "#app/domain/notifications/event-registry.ts";
import type { MessageDraft } from "#app/jobs/compose.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { renderLetter, writeLetters } from "#app/jobs/write-messages.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { outboxEvents } from "#db/schema/index.ts";

export function recipient(values: Partial<Recipient> = {}): Recipient {
  return {
    personId: null,
    firstName: "Camille",
    email: null,
    phone: null,
    timeZone: "Europe/Paris",
    ...values,
  };
}

interface Told extends Partial<Omit<MessageDraft, "render" | "recipient">> {
  urgency?: "immediate" | "deferrable";
  subject?: string;
  type?: EventType;
  payload?: { onDay?: string; [field: string]: unknown };
  sms?: string;
}

/** Writes one letter as the dispatcher does, and gives its identifier. */
export async function tell(
  context: JobContext,
  to: Recipient,
  { urgency = "deferrable", subject = "Une nouvelle", payload = {}, sms, ...told }: Told = {},
): Promise<string> {
  const { db, clock } = context;
  const now = clock.now();
  const event = {
    id: newId(),
    type: told.type ?? "address.suppressed",
    urgency,
    payload,
    occurredAt: now,
  };
  await db.insert(outboxEvents).values({ ...event, dispatchedAt: now });
  const link = "https://stage.example.org/eleve";
  const draft: MessageDraft = {
    template: "test",
    topic: null,
    priority: null,
    perDayAtOnce: null,
    ...told,
    recipient: to,
    render: (unsubscribeLink) =>
      Promise.resolve({
        subject,
        html: "<p>Bonjour</p>",
        text: `Bonjour\n${unsubscribeLink ?? ""}`,
        sms: sms ?? null,
        summary: `${subject} en une phrase.`,
        action: { label: "Voir", link },
      }),
  };
  const letter = await renderLetter(context, { ...event, onDay: payload.onDay ?? null }, draft);
  await db.transaction((tx) => writeLetters(tx, [letter], now));
  return letter.row.id ?? "";
}
