import { closeAtDetachedHosts } from "#app/domain/applications/endings/close-at-detached-hosts.server.ts";
import { sweepDeadlines } from "#app/domain/applications/endings/sweep-deadlines.server.ts";
import { sweepFound } from "#app/domain/found/sweep-found.server.ts";
import { sweepHolds } from "#app/domain/holds/sweep-holds.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import type { JobContext } from "./job-context.ts";

const AT_ONCE = 5_000;

/**
 * Ends what waits at hosts that may answer no more, gives back the seats kept too long, ends what hosts found elsewhere leave
 * without answer, then the applications whose deadline has passed, as many as take a worker some seconds; then asks for the next
 * ones. Killed anywhere, it has ended what it announced: the next run goes on from there.
 */
export async function applyDeadlines({ db, clock, logger }: JobContext, limit = AT_ONCE): Promise<void> {
  const closed = await closeAtDetachedHosts({ db, clock });
  if (closed > 0) logger.info({ closed }, "applications closed at detached hosts");
  const given = await sweepHolds({ db, clock });
  if (given > 0) logger.info({ given }, "seats kept for pupils given back");
  const unanswered = await sweepFound({ db, clock });
  if (unanswered > 0) logger.info({ unanswered }, "hosts found elsewhere left without answer");
  const { ended, more } = await sweepDeadlines({ db, clock }, { limit });
  if (ended > 0) logger.info({ ended, more }, "applications ended by their deadline");
  if (more) await db.transaction((tx) => enqueueJob(tx, TASKS.sweepDeadlines, {}, TASKS.sweepDeadlines.name));
}
