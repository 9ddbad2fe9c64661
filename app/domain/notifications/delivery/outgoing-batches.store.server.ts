import { and, asc, eq, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { Channel } from "#app/domain/outbox/channels.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Database, Transaction } from "#db/client.ts";
import { messageBatches, messages, suppressedAddresses } from "#db/schema/index.ts";

export type Message = typeof messages.$inferSelect;

/** Messages of one request; their number and order, once written, never change. */
export interface OutgoingBatch {
  key: string;
  /** Null for a message that leaves by itself. */
  batchId: string | null;
  messages: Message[];
}

interface Search {
  channel: Channel;
  now: Date;
  /** How many messages one request may hold. */
  maxBatchSize: number;
}

/** Fewer leave one by one: a batch ties their fates. */
const WORTH_A_BATCH = 6;

/**
 * Chooses what leaves next (codes first, then the oldest) and writes the attempt before it is made, so that a process killed
 * at any time asks again for the same under the same key. Null when nothing is due.
 */
export async function nextBatch(db: Database, search: Search): Promise<OutgoingBatch | null> {
  return db.transaction(async (tx) => {
    const due = await lockDue(tx, search);
    const [first] = due;
    if (!first) return null;
    if (first.openBatch) return attemptBatch(tx, first.openBatch, search.now);
    const companions = due.filter(({ fresh, group }) => fresh && group === first.group);
    if (first.fresh && companions.length >= WORTH_A_BATCH) {
      const batchId = newId();
      await tx.insert(messageBatches).values({
        id: batchId,
        idempotencyKey: `batch/${batchId}`,
        status: "pending",
        createdAt: search.now,
      });
      await tx
        .update(messages)
        .set({ batchId })
        .where(inArray(messages.id, companions.map(idOf)));
      return attemptBatch(tx, batchId, search.now);
    }
    const [message] = await attempt(tx, eq(messages.id, first.id), search.now);
    return message ? { key: message.idempotencyKey, batchId: null, messages: [message] } : null;
  });
}

interface Candidate {
  id: string;
  /** Messages that may share a batch. */
  group: string;
  /** Never tried alone nor with others: a request that may have been received is made again as it was. */
  fresh: boolean;
  /** The batch that it has to leave with. */
  openBatch: string | null;
}

/** The first messages due, without those whose address takes no mail any more: these are closed on the way. */
async function lockDue(tx: Transaction, search: Search): Promise<Candidate[]> {
  const { channel, now, maxBatchSize } = search;
  const stopped = sql<boolean>`exists (select 1 from ${suppressedAddresses} s where s.address = ${messages.recipient}::citext)`;
  const rows = await tx
    .select({
      id: messages.id,
      group: sql<string>`${messages.priority} || ${messages.urgency}::text`,
      fresh: sql<boolean>`${messages.batchId} is null and ${messages.firstAttemptAt} is null`,
      openBatch: messageBatches.id,
      stopped,
    })
    .from(messages)
    .leftJoin(
      messageBatches,
      and(eq(messageBatches.id, messages.batchId), eq(messageBatches.status, "pending")),
    )
    .where(
      and(
        eq(messages.status, "pending"),
        eq(messages.channel, channel),
        or(isNull(messages.nextAttemptAt), lte(messages.nextAttemptAt, now)),
      ),
    )
    .orderBy(asc(messages.priority), asc(messages.createdAt), asc(messages.id))
    .limit(maxBatchSize)
    .for("update", { of: messages });
  const toStop = rows.filter((row) => row.stopped && !row.openBatch);
  if (toStop.length === 0) return rows;
  await tx
    .update(messages)
    .set({ status: "suppressed" })
    .where(inArray(messages.id, toStop.map(idOf)));
  return toStop.length < rows.length ? rows.filter((row) => !toStop.includes(row)) : lockDue(tx, search);
}

async function attemptBatch(tx: Transaction, batchId: string, now: Date): Promise<OutgoingBatch> {
  const [batch] = await tx.select().from(messageBatches).where(eq(messageBatches.id, batchId));
  const members = await attempt(tx, and(eq(messages.batchId, batchId), eq(messages.status, "pending")), now);
  return { key: batch?.idempotencyKey ?? "", batchId, messages: members };
}

async function attempt(tx: Transaction, which: SQL | undefined, now: Date): Promise<Message[]> {
  const attempted = await tx
    .update(messages)
    .set({
      attempts: sql`${messages.attempts} + 1`,
      firstAttemptAt: sql`coalesce(${messages.firstAttemptAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(which)
    .returning();
  return attempted.sort(inOrder);
}

/** The same each time: a batch must be the same bytes. */
function inOrder(one: Message, other: Message): number {
  return one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);
}

const idOf = ({ id }: { id: string }) => id;
