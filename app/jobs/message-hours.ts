import type { CronItem } from "graphile-worker";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import type { Database } from "#db/client.ts";

export const RELEASE_GOOD_HOUR = "release_good_hour";
export const GIVE_NOTICES = "give_notices";
export const GIVE_ALERTS = "give_alerts";

/** Several workers schedule each once; under its key, a run that waits for a retry is replaced by the next one. */
export const MESSAGE_HOURS: CronItem[] = [
  { task: RELEASE_GOOD_HOUR, match: "*/10 * * * *", options: { jobKey: RELEASE_GOOD_HOUR } },
  // Between two releases, so that the next one takes them.
  { task: GIVE_ALERTS, match: "5,15,25,35,45,55 * * * *", options: { jobKey: GIVE_ALERTS } },
  // Soon after each midnight of the world, for the morning's digest.
  { task: GIVE_NOTICES, match: "5 * * * *", options: { jobKey: GIVE_NOTICES } },
];

/** Offers published together are told together. */
const SOON_MS = 3_000;
/** After the jobs already asked for: the offers of an import are all matched, and their letters written, before. */
const AFTER_ALL = 20;

/**
 * Asks for one of these before its minute, for an offer or for all; asked again for the same meanwhile, it runs once, at the
 * hour first given.
 */
export function askSoon(
  db: Database,
  task: typeof GIVE_ALERTS | typeof RELEASE_GOOD_HOUR,
  { offerId }: { offerId?: string } = {},
): Promise<void> {
  const [payload, key] = offerId ? [{ offerId }, `${task}:${offerId}`] : [{}, task];
  return db.transaction((tx) =>
    enqueueJob(tx, task, payload, key, { queue: task, inMs: SOON_MS, keepsHour: true, priority: AFTER_ALL }),
  );
}
