import { eq, sql } from "drizzle-orm";
import type { Clock } from "#app/kernel/clock.ts";
import type { Database, Queryable } from "#db/client.ts";
import { workerHeartbeats } from "#db/schema/index.ts";

/** A pool silent for longer is taken for dead. */
const SILENCE_MS = 30_000;

export async function beat(db: Database, poolId: string, now: Date): Promise<void> {
  await db
    .insert(workerHeartbeats)
    .values({ poolId, startedAt: now, seenAt: now })
    .onConflictDoUpdate({ target: workerHeartbeats.poolId, set: { seenAt: now } });
}

export async function endHeartbeat(db: Database, poolId: string): Promise<void> {
  await db.delete(workerHeartbeats).where(eq(workerHeartbeats.poolId, poolId));
}

/**
 * Gives back the jobs of pools that died; the queue alone would keep them locked for four hours. A pool killed before its
 * first heartbeat has no row: the age of its locks tells. A pool wrongly taken for dead does no harm: jobs are safe to run twice.
 */
export async function releaseDeadPools({ db, clock }: { db: Database; clock: Clock }): Promise<string[]> {
  const silentSince = new Date(clock.now().getTime() - SILENCE_MS).toISOString();
  return db.transaction(async (tx) => {
    const rows = await tx.execute<{ pool_id: string }>(sql`
      select pool_id from ${workerHeartbeats} where seen_at < ${silentSince}::timestamptz
      union
      select locked_by from graphile_worker.jobs
      where locked_at < ${silentSince}::timestamptz
        and locked_by not in (select pool_id from ${workerHeartbeats})`);
    const dead = rows.map((row) => row.pool_id);
    if (dead.length === 0) return [];
    for (const id of dead) await givePoolBack(tx, id);
    return dead;
  });
}

/** Gives back the jobs of a pool that is known to have ended. */
export async function givePoolBack(on: Queryable, poolId: string): Promise<void> {
  await on.execute(sql`select graphile_worker.force_unlock_workers(array[${poolId}])`);
  await on.delete(workerHeartbeats).where(eq(workerHeartbeats.poolId, poolId));
}
