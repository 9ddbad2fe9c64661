import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { applyRetention } from "#app/domain/personal-data/apply-retention.server.ts";
import type { JobContext } from "./job-context.ts";

/** Small enough to hold its locks for a moment only: the night has many. */
const AT_ONCE = 200;

/** Erases a batch of each kind that has come to its term, and asks for the next while one was full. */
export async function applyRetentionRules({ db, clock, logger }: JobContext, limit = AT_ONCE): Promise<void> {
  const { taken, more } = await applyRetention({ db, clock }, { limit });
  if (taken > 0) logger.info({ taken, more }, "personal data announced or erased at their term");
  if (more) await db.transaction((tx) => enqueueJob(tx, TASKS.applyRetention, {}, TASKS.applyRetention.name));
}
