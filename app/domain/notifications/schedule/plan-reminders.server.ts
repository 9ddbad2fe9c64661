import { REMINDERS } from "./reminders.ts";
import { planReminder } from "./plan-reminder.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import type { MessagingContext } from "#app/domain/notifications/messaging-context.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";

const AT_ONCE = 500;

/** Plans a batch of each reminder whose hour has come, and asks for the next batch while one was full. */
export async function planReminders({ db, clock, logger }: MessagingContext, limit = AT_ONCE): Promise<void> {
  let more = false;
  for (const reminder of REMINDERS) {
    const batch = await planReminder({ db, clock }, { reminder, limit });
    if (batch.planned > 0) logger.info({ reminder, planned: batch.planned }, "reminders planned");
    more ||= batch.more;
  }
  if (more) await db.transaction((tx) => enqueueJob(tx, TASKS.planReminders, {}, TASKS.planReminders.name));
}
