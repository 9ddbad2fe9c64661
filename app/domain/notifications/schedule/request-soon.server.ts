import type { TaskDefinition } from "#app/domain/outbox/tasks.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import type { Database } from "#db/client.ts";

/** Offers published together are announced together. */
const SOON_MS = 3_000;
/** After the jobs already asked for: the offers of an import are all matched, and their messages written, before. */
const AFTER_ALL = 20;

/**
 * Asks for a task before its minute, for an offer or for all; asked again for the same meanwhile, it runs once, at the hour
 * first given.
 */
export function requestSoon<Payload extends { offerId?: string | undefined }>(
  db: Database,
  task: TaskDefinition<string, Payload>,
  payload: NoInfer<Payload>,
): Promise<void> {
  const { name } = task;
  const key = payload.offerId ? `${name}:${payload.offerId}` : name;
  return db.transaction((tx) =>
    enqueueJob(tx, task, payload, key, { queue: name, inMs: SOON_MS, keepsHour: true, priority: AFTER_ALL }),
  );
}
