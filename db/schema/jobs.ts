import { pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns.ts";

/** A worker pool that is alive says so here; the jobs of one that fell silent are given to the others. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  /** Identifier of the pool, which the queue writes on the jobs that the pool holds. */
  poolId: text("pool_id").primaryKey(),
  startedAt: instant("started_at").notNull(),
  seenAt: instant("seen_at").notNull(),
});
