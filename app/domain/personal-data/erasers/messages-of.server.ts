import { inArray, or, sql, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { messages, outboxEvents, standInMails } from "#db/schema/index.ts";

/** Deletes messages, and tells it on the events that they were about. Gives how many. */
export async function deleteMessages(tx: Transaction, which: SQL | undefined, now: Date): Promise<number> {
  const gone = await tx.delete(messages).where(which).returning({ eventId: messages.eventId });
  const eventIds = [...new Set(gone.map(({ eventId }) => eventId))].filter((id) => id !== null);
  if (eventIds.length > 0)
    await tx.update(outboxEvents).set({ forgottenAt: now }).where(inArray(outboxEvents.id, eventIds));
  return gone.length;
}

/**
 * What was written to these people, and what was written to others about their applications and agreements: both name them. A
 * digest that quotes such a message goes with it.
 */
export async function forgetMessagesOf(
  tx: Transaction,
  { personIds, reach }: { personIds: string[]; reach: string[] },
  now: Date,
): Promise<void> {
  const people = sql.param(personIds);
  const about = sql`select c.event_id from state_changes c join applications a on a.id = c.application_id where a.pupil_id = any(${people}::uuid[])
    union select c.event_id from state_changes c join agreements g on g.id = c.agreement_id where g.pupil_id = any(${people}::uuid[])`;
  const theirs = or(
    inArray(messages.personId, personIds),
    reach.length > 0 ? inArray(messages.recipient, reach) : undefined,
    sql`${messages.eventId} in (${about})`,
  );
  const quoting = tx.select({ id: messages.digestId }).from(messages).where(theirs);
  await deleteMessages(tx, inArray(messages.id, quoting), now);
  await deleteMessages(tx, theirs, now);
  if (reach.length > 0) await tx.delete(standInMails).where(inArray(standInMails.recipient, reach));
}
