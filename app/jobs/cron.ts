import type { CronItem } from "graphile-worker";
import { CHANNELS } from "#app/domain/outbox/channels.ts";
import { DELIVERY_PRIORITY, deliveryKey } from "#app/domain/outbox/request-delivery.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";

/** Several workers schedule it once; under its key, a run that waits for a retry is replaced by the next one. */
function every(match: string, { name }: { name: string }, backfillPeriod?: number): CronItem {
  return { task: name, match, options: { jobKey: name, ...(backfillPeriod && { backfillPeriod }) } };
}

/** Whoever makes a message pending asks for its delivery; a request that went wrong too often is made again. */
const DELIVERIES: CronItem[] = CHANNELS.map((channel) => ({
  task: TASKS.deliverMessages.name,
  identifier: deliveryKey(channel),
  match: "*/5 * * * *",
  payload: { channel },
  options: {
    queueName: channel,
    priority: DELIVERY_PRIORITY,
    jobKey: deliveryKey(channel),
    jobKeyMode: "preserve_run_at",
  },
}));

const A_DAY_MS = 86_400_000;

/** What runs by itself, and when (times of the queue are UTC). */
export const CRON: CronItem[] = [
  every("*/5 * * * *", TASKS.sweepDeadlines),
  ...DELIVERIES,
  every("17 * * * *", TASKS.forgetExpired),
  every("27 * * * *", TASKS.finishEmailChanges),
  every("*/10 * * * *", TASKS.sealAudit),
  // At the hour of fewest readers.
  every("41 2 * * *", TASKS.freezeQualities, A_DAY_MS),
  every("53 2 * * *", TASKS.sealSecrets, A_DAY_MS),
  every("11 3 * * *", TASKS.applyRetention, A_DAY_MS),
  every("*/10 * * * *", TASKS.releaseMessages),
  // Between two releases, so that the next one takes them.
  every("5,15,25,35,45,55 * * * *", TASKS.planAlerts),
  // A new head begins at midnight, or when the invitation is answered.
  every("2 * * * *", TASKS.followNewHeads),
  // At seven in the morning, wherever that is.
  every("0 * * * *", TASKS.planHeadDigests),
  // Soon after each midnight of the world, for the morning's digest.
  every("5 * * * *", TASKS.planReminders),
];
