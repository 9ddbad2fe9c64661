import { createHash } from "node:crypto";
import { startOfDay } from "#app/domain/notifications/good-hour.ts";
import { planMessage, type ToPlan } from "#app/domain/notifications/message-plan.ts";
import {
  countSentAtOnce,
  insertMessage,
  refusalsOf,
  type MessageRow,
} from "#app/domain/notifications/messages.store.server.ts";
import { lockRecipients } from "#app/domain/notifications/recipient-locks.store.server.ts";
import type { Recipient } from "#app/domain/notifications/recipients.queries.server.ts";
import type { RenderedEmail } from "#app/emails/render-email.server.ts";
import { isChannel, type Channel } from "#app/domain/outbox/request-delivery.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#db/client.ts";
import type { outboxEvents } from "#db/schema/index.ts";
import type { MessageDraft } from "./compose.server.ts";
import type { JobContext } from "./job-context.ts";

type Event = Pick<typeof outboxEvents.$inferSelect, "id" | "urgency">;

/** A letter as its recipient will read it. When it leaves is decided as it is written down. */
export interface Letter {
  row: Omit<MessageRow, "status" | "notBefore" | "createdAt">;
  channel: ToPlan["channel"];
  perDayAtOnce: number | null;
  onDay: CalendarDate | null;
}

/** The identifier comes first: the letter itself bears the link that refuses such letters. */
export async function renderLetter(
  { env, links }: Pick<JobContext, "env" | "links">,
  event: Event & { onDay: CalendarDate | null },
  draft: MessageDraft,
): Promise<Letter> {
  const id = newId();
  const { recipient, topic, perDayAtOnce } = draft;
  const unsubscribe = topic && paths.unsubscribe(links.sign("unsubscribe", id));
  const { subject, summary, action, ...parts } = await draft.render(
    unsubscribe && env.PUBLIC_URL + unsubscribe,
  );
  const carried = carriedBy(recipient, parts, env.SMS_FILE !== undefined);
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
      ...carried,
    },
    channel: carried.channel,
    perDayAtOnce,
    onDay: event.onDay,
  };
}

type Parts = Pick<RenderedEmail, "html" | "text" | "sms">;

/** By e-mail to who has an address; else as a text message, for the few letters that have one, where these are sent. */
function carriedBy({ email, phone }: Recipient, { html, text, sms }: Parts, textsAreSent: boolean) {
  if (email !== null) return { channel: "email" as const, recipient: email, html, text };
  if (textsAreSent && phone !== null && sms !== null)
    return { channel: "sms" as const, recipient: phone, html: "", text: sms };
  return { channel: "none" as const, recipient: null, html, text };
}

/** Writes the letters of an event, each with its hour, and tells which channels have something to carry now. */
export async function writeLetters(
  tx: Transaction,
  letters: readonly Letter[],
  now: Date,
): Promise<Set<Channel>> {
  const limited = letters.filter(({ perDayAtOnce }) => perDayAtOnce !== null);
  await lockRecipients(
    tx,
    limited.flatMap(({ row }) => row.recipient ?? []),
  );
  const isRefused = await refusalsOf(
    tx,
    letters.map(({ row }) => row),
  );
  const channels = new Set<Channel>();
  for (const letter of letters) {
    const { row, channel } = letter;
    const { urgency, timeZone } = row;
    const overDailyLimit = await isOverLimit(tx, letter, now);
    const { onDay } = letter;
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
async function isOverLimit(tx: Transaction, { row, perDayAtOnce }: Letter, now: Date): Promise<boolean> {
  if (perDayAtOnce === null) return false;
  return (await countSentAtOnce(tx, row, startOfDay(now, row.timeZone))) >= perDayAtOnce;
}

/** The address is hashed: the key stays short, and may be logged. */
function idempotencyKey(eventId: string, { template, recipient }: MessageDraft): string {
  const whom = recipient.email?.toLowerCase() ?? recipient.phone ?? recipient.personId ?? "nobody";
  const address = createHash("sha256").update(whom).digest("hex").slice(0, 32);
  return `${eventId}/${template}/${address}`;
}
