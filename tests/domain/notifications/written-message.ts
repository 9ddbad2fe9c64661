import type { Recipient } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import type { EventType } from "#app/domain/notifications/compose/event-registry.ts";
import type { MessageDraft } from "#app/domain/notifications/compose/message-draft.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { renderDraft, writeMessages } from "#app/domain/notifications/compose/write-messages.server.ts";
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

interface Written extends Partial<Omit<MessageDraft, "render" | "recipient">> {
  urgency?: "immediate" | "deferrable";
  subject?: string;
  type?: EventType;
  payload?: { onDay?: string; [field: string]: unknown };
  sms?: string;
}

/** Writes one message as the dispatcher does, and gives its identifier. */
export async function writeMessage(
  context: JobContext,
  to: Recipient,
  { urgency = "deferrable", subject = "Une nouvelle", payload = {}, sms, ...values }: Written = {},
): Promise<string> {
  const { db, clock } = context;
  const now = clock.now();
  const event = {
    id: newId(),
    type: values.type ?? "address.suppressed",
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
    immediatePerDay: null,
    ...values,
    recipient: to,
    render: ({ unsubscribeLink }) =>
      Promise.resolve({
        subject,
        html: "<p>Bonjour</p>",
        text: `Bonjour\n${unsubscribeLink ?? ""}`,
        sms: sms ?? null,
        summary: `${subject} en une phrase.`,
        action: { label: "Voir", link },
      }),
  };
  const message = await renderDraft(context, { ...event, onDay: payload.onDay ?? null }, draft);
  await db.transaction((tx) => writeMessages(tx, [message], now));
  return message.row.id ?? "";
}
