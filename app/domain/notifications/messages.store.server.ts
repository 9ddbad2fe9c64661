import { and, count, eq, gte, inArray, isNull, notInArray, sql, type SQL } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { mailOptOuts, messages } from "#db/schema/index.ts";

export type MessageRow = typeof messages.$inferInsert;

/** Writes a message once; false when it is there already. */
export async function insertMessage(tx: Transaction, row: MessageRow): Promise<boolean> {
  const inserted = await tx
    .insert(messages)
    .values(row)
    .onConflictDoNothing({ target: messages.idempotencyKey })
    .returning({ id: messages.id });
  return inserted.length > 0;
}

type RewrittenMessage = Pick<
  MessageRow,
  "subject" | "html" | "text" | "summary" | "actionLabel" | "actionUrl"
>;

/** Says otherwise what has not left yet. */
export async function rewriteMessage(
  tx: Transaction,
  id: string,
  rewritten: RewrittenMessage,
): Promise<void> {
  await tx
    .update(messages)
    .set(rewritten)
    .where(and(eq(messages.id, id), eq(messages.status, "waiting")));
}

/** How many messages of a template left without waiting for a recipient since an instant. */
export async function countImmediateSince(
  tx: Transaction,
  { recipient, template }: Pick<MessageRow, "recipient" | "template">,
  since: Date,
): Promise<number> {
  if (!recipient) return 0;
  const [row] = await tx
    .select({ sent: count() })
    .from(messages)
    .where(
      and(
        eq(messages.recipient, recipient),
        gte(messages.createdAt, since),
        eq(messages.template, template),
        isNull(messages.dailySlotOn),
        notInArray(messages.status, ["waiting", "grouped", "declined", "shown"]),
      ),
    );
  return row?.sent ?? 0;
}

interface Refusable {
  recipient?: string | null;
  topic?: string | null;
}

/** Finds which of the messages are on a topic that their recipient does not want by e-mail. */
export async function refusalsOf(
  db: Queryable,
  rows: readonly Refusable[],
): Promise<(row: Refusable) => boolean> {
  const asked = rows.flatMap(({ recipient, topic }) => (recipient && topic ? [{ recipient, topic }] : []));
  if (asked.length === 0) return () => false;
  const refused = await db
    .select({ recipient: mailOptOuts.address, topic: mailOptOuts.topic })
    .from(mailOptOuts)
    .where(inArray(mailOptOuts.address, [...new Set(asked.map(({ recipient }) => recipient))]));
  const keys = new Set(refused.map(refusalKey));
  return (row) => keys.has(refusalKey(row));
}

function refusalKey({ recipient, topic }: Refusable): string {
  return `${recipient?.toLowerCase() ?? ""} ${topic ?? ""}`;
}

/** The lock of an address or a telephone number, whatever its capitals. */
const lockKey = (recipient: SQL) => sql`hashtextextended('recipient:' || lower(${recipient}), 0)`;

/**
 * Holds recipients until the end of the transaction: what counts the messages of a day is judged by one at a time. Taken in
 * one order, so that two callers never wait for each other.
 */
export async function lockRecipients(tx: Transaction, recipients: readonly string[]): Promise<void> {
  const ordered = [...new Set(recipients.map((recipient) => recipient.toLowerCase()))].sort();
  for (const recipient of ordered)
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey(sql`${recipient}::text`)})`);
}

/** Those of the recipients, in small letters, that nobody else holds now: held until the end of the transaction. */
export async function tryLockRecipients(tx: Transaction, recipients: readonly string[]): Promise<string[]> {
  if (recipients.length === 0) return [];
  const rows = await tx.execute<{ recipient: string }>(sql`
    select recipient from unnest(${sql.param([...recipients])}::text[]) recipient
    where pg_try_advisory_xact_lock(${lockKey(sql`recipient`)})`);
  return rows.map(({ recipient }) => recipient);
}
