import { sql, type SQL } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "#db/client.ts";

const WAITING = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;

async function untilWaiting(db: Database, count: number): Promise<void> {
  await expect.poll(async () => (await db.execute(WAITING)).length, { interval: 5 }).toBe(count);
}

/**
 * Two acts that meet at a row: it is held until both have looked and wait for it, the first at the head of the queue. The
 * second has then read what the first is about to change. The acts run on connections of their own.
 */
export async function meetAt<First, Second>(
  { holder, observer }: { holder: Database; observer: Database },
  row: SQL,
  first: () => Promise<First>,
  second: () => Promise<Second>,
): Promise<[First, Second]> {
  const acts = await holder.transaction(async (tx) => {
    await tx.execute(sql`${row} for update`);
    const one = first();
    await untilWaiting(observer, 1);
    const two = second();
    await untilWaiting(observer, 2);
    return { both: Promise.all([one, two]) };
  });
  return acts.both;
}
