import { createHash } from "node:crypto";
import { startOfDay } from "#app/domain/notifications/schedule/quiet-hours.ts";
import { planMessage, type ToPlan } from "#app/domain/notifications/schedule/message-plan.ts";
import {
  countImmediateSince,
  insertMessage,
  lockRecipients,
  refusalsOf,
  type MessageRow,
} from "#app/domain/notifications/messages.store.server.ts";
import type { Recipient } from "./recipients.queries.server.ts";
import type { RenderedEmail } from "#app/emails/render-email.server.ts";
import { isChannel, type Channel } from "#app/domain/outbox/channels.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#db/client.ts";
import type { outboxEvents } from "#db/schema/index.ts";
import type { MessageDraft } from "./message-draft.server.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";

type Event = Pick<typeof outboxEvents.$inferSelect, "id" | "urgency">;

/** A message as its recipient will read it. When it leaves is decided as it is written down. */
export interface RenderedMessage {
  row: Omit<MessageRow, "status" | "notBefore" | "createdAt">;
  channel: ToPlan["channel"];
  immediatePerDay: number | null;
  onDay: CalendarDate | null;
}

/** The identifier comes first: the message itself bears the link that refuses such messages. */
export async function renderDraft(
  { env, links }: Pick<MessagingContext, "env" | "links">,
  event: Event & { onDay: CalendarDate | null },
  draft: MessageDraft,
): Promise<RenderedMessage> {
  const id = newId();
  const { recipient, topic, immediatePerDay } = draft;
  const unsubscribe = topic && paths.unsubscribe(links.sign("unsubscribe", id));
  const { subject, summary, action, ...parts } = await draft.render({
    unsubscribeLink: unsubscribe && env.PUBLIC_URL + unsubscribe,
    canReply: env.MAIL_REPLY_TO !== undefined,
  });
  const addressed = channelFor(recipient, parts, env.SMS_FILE !== undefined);
  return {
    row: {
      id,
      eventId: event.id,
      template: draft.template,
      urgency: event.urgency,
      topic,
      priority: draft.priority ?? (event.urgency === "immediate" ? 1 : 2),
      personId: recipient.personId,
      timeZone: recipient.timeZone,
      idempotencyKey: idempotencyKey(event.id, draft),
      subject,
      summary,
      actionLabel: action?.label ?? null,
      actionUrl: action?.link ?? null,
      ...addressed,
    },
    channel: addressed.channel,
    immediatePerDay,
    onDay: event.onDay,
  };
}

type Parts = Pick<RenderedEmail, "html" | "text" | "sms">;

/** By e-mail to who has an address; else as a text message, for the few e-mails that have one, where these are sent. */
function channelFor({ email, phone }: Recipient, { html, text, sms }: Parts, textsAreSent: boolean) {
  if (email !== null) return { channel: "email" as const, recipient: email, html, text };
  if (textsAreSent && phone !== null && sms !== null)
    return { channel: "sms" as const, recipient: phone, html: "", text: sms };
  return { channel: "none" as const, recipient: null, html, text };
}

/** Writes the messages of an event, each with its hour, and gives the channels that have something to send now. */
export async function writeMessages(
  tx: Transaction,
  messages: readonly RenderedMessage[],
  now: Date,
): Promise<Set<Channel>> {
  const limited = messages.filter(({ immediatePerDay }) => immediatePerDay !== null);
  await lockRecipients(
    tx,
    limited.flatMap(({ row }) => row.recipient ?? []),
  );
  const isRefused = await refusalsOf(
    tx,
    messages.map(({ row }) => row),
  );
  const channels = new Set<Channel>();
  for (const message of messages) {
    const { row, channel } = message;
    const { urgency, timeZone } = row;
    const overDailyLimit = await isOverLimit(tx, message, now);
    const { onDay } = message;
    const plan = planMessage(
      { urgency, channel, timeZone, refused: isRefused(row), overDailyLimit, onDay },
      now,
    );
    const isNew = await insertMessage(tx, { ...row, ...plan, createdAt: now });
    if (isNew && plan.status === "pending" && isChannel(channel)) channels.add(channel);
  }
  return channels;
}

/** Under the lock of its recipient: two that are written at the same time cannot both be the last of the day. */
async function isOverLimit(
  tx: Transaction,
  { row, immediatePerDay }: RenderedMessage,
  now: Date,
): Promise<boolean> {
  if (immediatePerDay === null) return false;
  return (await countImmediateSince(tx, row, startOfDay(now, row.timeZone))) >= immediatePerDay;
}

/** The address is hashed: the key stays short, and may be logged. */
function idempotencyKey(eventId: string, { template, recipient }: MessageDraft): string {
  const whom = recipient.email?.toLowerCase() ?? recipient.phone ?? recipient.personId ?? "nobody";
  const address = createHash("sha256").update(whom).digest("hex").slice(0, 32);
  return `${eventId}/${template}/${address}`;
}
