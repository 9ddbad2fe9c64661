import { sql, type SQL } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";

/** The lock of an address or a telephone number, whatever its capitals. */
const key = (recipient: SQL) => sql`hashtextextended('recipient:' || lower(${recipient}), 0)`;

/**
 * Holds recipients until the end of the transaction: what counts the messages of a day is judged by one at a time. Taken in
 * one order, so that two callers never wait for each other.
 */
export async function lockRecipients(tx: Transaction, recipients: readonly string[]): Promise<void> {
  const ordered = [...new Set(recipients.map((recipient) => recipient.toLowerCase()))].sort();
  for (const recipient of ordered)
    await tx.execute(sql`select pg_advisory_xact_lock(${key(sql`${recipient}::text`)})`);
}

/** Those of the recipients, in small letters, that nobody else holds now: held until the end of the transaction. */
export async function tryLockRecipients(tx: Transaction, recipients: readonly string[]): Promise<string[]> {
  if (recipients.length === 0) return [];
  const rows = await tx.execute<{ recipient: string }>(sql`
    select recipient from unnest(${sql.param([...recipients])}::text[]) recipient
    where pg_try_advisory_xact_lock(${key(sql`recipient`)})`);
  return rows.map(({ recipient }) => recipient);
}
