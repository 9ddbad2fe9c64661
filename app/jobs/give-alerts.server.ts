import { planAlerts } from "#app/domain/notifications/plan-alerts.server.ts";
import type { JobContext } from "./job-context.ts";
import { askSoon, RELEASE_GOOD_HOUR } from "./message-hours.ts";

const AT_ONCE = 500;

/**
 * Tells pupils of the offers that came to answer their saved searches, a page of pupils in each transaction, and has the
 * letters let out as soon as they are written. With an offer, only the pupils whom that one came to answer are looked at.
 */
export async function giveAlerts(
  { db, clock, logger }: Pick<JobContext, "db" | "clock" | "logger">,
  { signal, offerId, limit = AT_ONCE }: { signal?: AbortSignal; offerId?: string; limit?: number } = {},
): Promise<void> {
  let planned = 0;
  let after: string | null = null;
  do {
    const page = await planAlerts({ db, clock }, { after, limit, offerId });
    planned += page.planned;
    after = page.last;
  } while (after !== null && !signal?.aborted);
  if (planned === 0) return;
  await askSoon(db, RELEASE_GOOD_HOUR);
  logger.info({ planned }, "alerts planned");
}
