import { NOTICES } from "#app/domain/notifications/notices.ts";
import { planNotices } from "#app/domain/notifications/plan-notices.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import type { JobContext } from "./job-context.ts";
import { GIVE_NOTICES } from "./message-hours.ts";

const AT_ONCE = 500;

/** Gives a batch of each notice whose hour has come, and asks for the next batch while one was full. */
export async function giveNotices({ db, clock, logger }: JobContext, limit = AT_ONCE): Promise<void> {
  let more = false;
  for (const notice of NOTICES) {
    const batch = await planNotices({ db, clock }, { notice, limit });
    if (batch.planned > 0) logger.info({ notice, planned: batch.planned }, "notices given");
    more ||= batch.more;
  }
  if (more) await db.transaction((tx) => enqueueJob(tx, GIVE_NOTICES, {}, GIVE_NOTICES));
}
