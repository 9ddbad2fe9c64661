import { createHash } from "node:crypto";
import { insertMessage } from "#app/domain/notifications/messages.store.server.ts";
import type { WaitingMessage } from "./waiting-messages.store.server.ts";
import { dailyDigest } from "#app/emails/digest/daily-digest.tsx";
import { renderEmail } from "#app/emails/render-email.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#db/client.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";

/** Writes the digest of several messages of a recipient, ready to leave, and gives its identifier. */
export async function writeDigest(
  tx: Transaction,
  { env, links }: Pick<MessagingContext, "env" | "links">,
  together: readonly WaitingMessage[],
  { day, now }: { day: CalendarDate; now: Date },
): Promise<string> {
  const id = newId();
  const url = (path: string) => env.PUBLIC_URL + path;
  const latest = together.at(-1);
  const owner = together.findLast(({ personId }) => personId !== null);
  const topic = sharedTopic(together);
  const template = dailyDigest(topic);
  const timeZone = latest?.timeZone ?? "Europe/Paris";
  const { subject, html, text, summary, action } = await renderEmail(template, {
    items: together.map(({ actionLabel, actionUrl, ...message }) => ({
      subject: message.subject,
      summary: message.summary,
      action: actionLabel && actionUrl ? { label: actionLabel, link: actionUrl } : null,
    })),
    link: owner ? url(paths.notifications()) : null,
    firstName: owner?.firstName ?? null,
    timeZone,
    canReply: env.MAIL_REPLY_TO !== undefined,
    unsubscribeLink: topic && url(paths.unsubscribe(links.sign("unsubscribe", id))),
  });
  await insertMessage(tx, {
    id,
    eventId: null,
    template: template.name,
    urgency: "deferrable",
    topic,
    priority: 2,
    personId: owner?.personId ?? null,
    channel: "email",
    recipient: latest?.recipient,
    timeZone,
    idempotencyKey: digestKey(latest?.key ?? "", day),
    subject,
    html,
    text,
    summary,
    actionLabel: action?.label ?? null,
    actionUrl: action?.link ?? null,
    status: "pending",
    notBefore: now,
    dailySlotOn: day,
    createdAt: now,
  });
  return id;
}

/** A digest can be refused by its topic only when all that it gathers is on that one. */
function sharedTopic(together: readonly WaitingMessage[]) {
  const [first = null, ...others] = new Set(together.map(({ topic }) => topic));
  return others.length === 0 ? first : null;
}

function digestKey(recipient: string, day: CalendarDate): string {
  return `digest/${day}/${createHash("sha256").update(recipient).digest("hex").slice(0, 32)}`;
}
