import type { CronItem } from "graphile-worker";
import { sweepDeadlines } from "#app/domain/applications/sweep-deadlines.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import type { JobContext } from "./job-context.ts";

const TASK = "sweep_deadlines";
const AT_ONCE = 200;

/** Several workers schedule it once; under its key, a run that waits for a retry is replaced by the next one. */
export const DEADLINES_EVERY_FIVE_MINUTES: CronItem = {
  task: TASK,
  match: "*/5 * * * *",
  options: { jobKey: TASK },
};

/** Ends a batch of the applications whose deadline has passed, and asks for the next batch when this one was full. */
export async function applyDeadlines({ db, clock, logger }: JobContext, limit = AT_ONCE): Promise<void> {
  const { ended, more } = await sweepDeadlines({ db, clock }, { limit });
  if (ended > 0) logger.info({ ended }, "applications ended by their deadline");
  if (more) await db.transaction((tx) => enqueueJob(tx, TASK, {}, TASK));
}
