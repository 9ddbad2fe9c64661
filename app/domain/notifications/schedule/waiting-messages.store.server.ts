import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { TimeZone } from "#app/kernel/time-zones.ts";
import type { Transaction } from "#db/client.ts";
import { messages, outboxEvents, persons } from "#db/schema/index.ts";

/** Spelled as in the indexes of waiting messages: as a parameter it would not match them. */
const isWaiting = sql`${messages.status} = 'waiting'`;
const recipientKey = sql<string>`lower(${messages.recipient})`;

/** Recipients, in small letters, of the messages whose hour has come, the longest due first. */
export async function pickRecipients(
  tx: Transaction,
  { now, timeZones, limit }: { now: Date; timeZones: readonly TimeZone[]; limit: number },
): Promise<{ recipients: string[]; more: boolean }> {
  const due = await tx
    .select({ recipient: recipientKey })
    .from(messages)
    .where(and(isWaiting, lte(messages.notBefore, now), inArray(messages.timeZone, [...timeZones])))
    // Thousands share the first hour of a morning: a second key would sort them all for each batch.
    .orderBy(asc(messages.notBefore))
    .limit(limit);
  return { recipients: [...new Set(due.map(({ recipient }) => recipient))], more: due.length === limit };
}

/** A message that waits, with the event that it is about. */
export type WaitingMessage = Awaited<ReturnType<typeof readWaiting>>[number];

/** All that waits for these recipients, the oldest first. */
export function readWaiting(tx: Transaction, recipients: readonly string[]) {
  return tx
    .select({
      id: messages.id,
      key: recipientKey,
      recipient: messages.recipient,
      channel: messages.channel,
      personId: messages.personId,
      firstName: persons.firstName,
      timeZone: messages.timeZone,
      topic: messages.topic,
      notBefore: messages.notBefore,
      subject: messages.subject,
      summary: messages.summary,
      actionLabel: messages.actionLabel,
      actionUrl: messages.actionUrl,
      event: { type: outboxEvents.type, version: outboxEvents.version, payload: outboxEvents.payload },
    })
    .from(messages)
    .leftJoin(outboxEvents, eq(outboxEvents.id, messages.eventId))
    .leftJoin(persons, eq(persons.id, messages.personId))
    .where(and(isWaiting, inArray(recipientKey, [...recipients])))
    .orderBy(asc(messages.createdAt), asc(messages.id))
    .limit(MOST_WAITING);
}

/** A bound for a batch, not a page: what is left out waits for the next run. */
const MOST_WAITING = 5_000;

/** The days of which these recipients have had their one message, as "recipient day". */
export async function takenDays(
  tx: Transaction,
  recipients: readonly string[],
  days: readonly CalendarDate[],
): Promise<Set<string>> {
  if (recipients.length === 0) return new Set();
  const rows = await tx
    .select({ recipient: recipientKey, day: messages.dailySlotOn })
    .from(messages)
    .where(and(inArray(recipientKey, [...recipients]), inArray(messages.dailySlotOn, [...new Set(days)])));
  return new Set(rows.map(({ recipient, day }) => `${recipient} ${day}`));
}

type Change = Partial<
  Pick<typeof messages.$inferInsert, "status" | "dailySlotOn" | "digestId" | "notBefore" | "lastError">
>;

/** Changes messages that still wait. */
export async function changeWaiting(tx: Transaction, ids: readonly string[], change: Change): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(messages)
    .set(change)
    .where(and(inArray(messages.id, [...ids]), isWaiting));
}
