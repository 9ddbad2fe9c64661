import { planAlertPage } from "./plan-alert-page.server.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { requestSoon } from "./request-soon.server.ts";

const AT_ONCE = 500;

/**
 * Alerts pupils to the offers that came to answer their saved searches, a page of pupils in each transaction, and has the
 * messages released as soon as they are written. With an offer, only the pupils whom that one came to answer are looked at.
 */
export async function planAlerts(
  { db, clock, logger }: Pick<MessagingContext, "db" | "clock" | "logger">,
  {
    signal,
    offerId,
    limit = AT_ONCE,
  }: { signal?: AbortSignal; offerId?: string | undefined; limit?: number } = {},
): Promise<void> {
  let planned = 0;
  let after: string | null = null;
  do {
    const page = await planAlertPage({ db, clock }, { after, limit, offerId });
    planned += page.planned;
    after = page.last;
  } while (after !== null && !signal?.aborted);
  if (planned === 0) return;
  await requestSoon(db, TASKS.releaseMessages, {});
  logger.info({ planned }, "alerts planned");
}
