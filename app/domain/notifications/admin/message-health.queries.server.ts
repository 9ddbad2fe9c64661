import { and, eq, isNull, lte, min, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { messages, suppressedAddresses } from "#db/schema/index.ts";

export interface MessageHealth {
  pending: number;
  /** Since when the oldest message that should have left waits. */
  oldestPendingAt: Date | null;
  waiting: number;
  /** Given up, for a person to decide. */
  failed: number;
  suppressedAddresses: number;
}

const count = sql<number>`count(*)::int`;

/** How sending goes, at a glance: each figure reads an index of its own. */
export async function getMessageHealth(db: Queryable, now: Date): Promise<MessageHealth> {
  const [[pending], [waiting], [failed], [suppressed]] = await Promise.all([
    db
      .select({ count, oldest: min(messages.createdAt) })
      .from(messages)
      .where(and(eq(messages.status, "pending"), lte(messages.notBefore, now))),
    db.select({ count }).from(messages).where(eq(messages.status, "waiting")),
    db
      .select({ count })
      .from(messages)
      .where(and(eq(messages.status, "failed"), isNull(messages.dismissedAt))),
    db.select({ count }).from(suppressedAddresses),
  ]);
  return {
    pending: pending?.count ?? 0,
    oldestPendingAt: pending?.oldest ?? null,
    waiting: waiting?.count ?? 0,
    failed: failed?.count ?? 0,
    suppressedAddresses: suppressed?.count ?? 0,
  };
}
