import { eq, sql } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { messages, outboxEvents } from "#db/schema/index.ts";
import { withMaskedAddresses } from "#app/kernel/masked-address.ts";
import { withoutAddresses } from "./message-log.queries.server.ts";

/** All that is known of the sending of one message: not what it says, which belongs to its reader. */
export async function getMessageRecord(db: Queryable, messageId: string | undefined) {
  if (!isId(messageId)) return null;
  const rows = await db
    .select({
      id: messages.id,
      template: messages.template,
      subject: messages.subject,
      urgency: messages.urgency,
      topic: messages.topic,
      channel: messages.channel,
      recipient: messages.recipient,
      personId: messages.personId,
      timeZone: messages.timeZone,
      status: messages.status,
      digestId: messages.digestId,
      attempts: messages.attempts,
      createdAt: messages.createdAt,
      notBefore: messages.notBefore,
      firstAttemptAt: messages.firstAttemptAt,
      nextAttemptAt: messages.nextAttemptAt,
      sentAt: messages.sentAt,
      providerId: messages.providerId,
      providerStatus: messages.providerStatus,
      providerStatusAt: messages.providerStatusAt,
      lastError: messages.lastError,
      dismissedAt: messages.dismissedAt,
      readAt: messages.readAt,
      eventId: messages.eventId,
      eventType: outboxEvents.type,
      eventAt: outboxEvents.occurredAt,
      grouped: sql<number>`(select count(*)::int from messages member where member.digest_id = ${messages.id})`,
    })
    .from(messages)
    .leftJoin(outboxEvents, eq(outboxEvents.id, messages.eventId))
    .where(eq(messages.id, messageId));
  const [record] = await withoutAddresses(db, rows);
  return record ? { ...record, lastError: record.lastError && withMaskedAddresses(record.lastError) } : null;
}
