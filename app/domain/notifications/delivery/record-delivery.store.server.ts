import { and, eq, inArray, lte, sql } from "drizzle-orm";
import type { Channel } from "#app/domain/outbox/channels.ts";
import type { Database, Transaction } from "#db/client.ts";
import { messageBatches, messages } from "#db/schema/index.ts";
import { SAFE_RETRY_MS } from "./retry-delays.ts";
import type { OutgoingBatch } from "./outgoing-batches.store.server.ts";

const idsOf = (batch: OutgoingBatch) => batch.messages.map(({ id }) => id);
const stillPending = (batch: OutgoingBatch) =>
  and(inArray(messages.id, idsOf(batch)), eq(messages.status, "pending"));

/** Keeps the provider's identifier of each message. */
export async function recordSent(
  db: Database,
  batch: OutgoingBatch,
  providerIds: readonly string[],
  now: Date,
): Promise<void> {
  const pairs = sql.join(
    batch.messages.map(({ id }, index) => sql`(${id}::uuid, ${providerIds[index] ?? null}::text)`),
    sql`, `,
  );
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      update ${messages} as m
      set status = 'sent', provider_id = answer.provider_id, sent_at = ${now.toISOString()}::timestamptz,
        next_attempt_at = null, last_error = null
      from (values ${pairs}) as answer (id, provider_id)
      where m.id = answer.id and m.status = 'pending'`);
    await closeBatch(tx, batch, "sent", now);
  });
}

/** Given up: a person decides. */
export async function recordFailed(
  db: Database,
  batch: OutgoingBatch,
  reason: string,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(messages).set({ status: "failed", lastError: reason }).where(stillPending(batch));
    await closeBatch(tx, batch, "dissolved", now);
  });
}

/** Nothing of this batch was sent: its members leave one by one, each under its own key. */
export async function dissolveBatch(
  db: Database,
  batch: OutgoingBatch,
  reason: string,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(messages)
      .set({ lastError: reason, firstAttemptAt: null, nextAttemptAt: null })
      .where(stillPending(batch));
    await closeBatch(tx, batch, "dissolved", now);
  });
}

/** To be asked for again, not before this instant. */
export async function recordTrouble(
  db: Database,
  batch: OutgoingBatch,
  reason: string,
  nextAttemptAt: Date,
): Promise<void> {
  await db.update(messages).set({ lastError: reason, nextAttemptAt }).where(stillPending(batch));
}

/** To be asked for again before what comes after it. */
export async function keepAtHead(db: Database, batch: OutgoingBatch): Promise<void> {
  await db.update(messages).set({ nextAttemptAt: null }).where(stillPending(batch));
}

/** Messages tried for so long that the provider may have forgotten their key are never sent blindly again. */
export async function failTooOld(db: Database, channel: Channel, now: Date): Promise<{ id: string }[]> {
  return db.transaction(async (tx) => {
    const failed = await tx
      .update(messages)
      .set({
        status: "failed",
        lastError: sql`'too old: ' || coalesce(${messages.lastError}, 'answer unknown')`,
      })
      .where(
        and(
          eq(messages.status, "pending"),
          eq(messages.channel, channel),
          lte(messages.firstAttemptAt, new Date(now.getTime() - SAFE_RETRY_MS)),
        ),
      )
      .returning({ id: messages.id, batchId: messages.batchId });
    const batches = failed.flatMap(({ batchId }) => batchId ?? []);
    if (batches.length > 0)
      await tx
        .update(messageBatches)
        .set({ status: "dissolved", closedAt: now })
        .where(and(inArray(messageBatches.id, batches), eq(messageBatches.status, "pending")));
    return failed;
  });
}

async function closeBatch(
  tx: Transaction,
  { batchId }: OutgoingBatch,
  status: "sent" | "dissolved",
  now: Date,
): Promise<void> {
  if (batchId)
    await tx.update(messageBatches).set({ status, closedAt: now }).where(eq(messageBatches.id, batchId));
}
