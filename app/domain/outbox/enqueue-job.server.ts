import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { TaskDefinition } from "./tasks.ts";

interface JobOptions {
  /** Jobs of one queue run one at a time, whatever the number of workers. */
  queue?: string;
  /** The queue keeps its own time: a job is put off by a delay, not to a date. */
  inMs?: number;
  /** Leaves a job of the same key that waits for its hour where it is. */
  keepsHour?: boolean;
  /** The smaller runs first. */
  priority?: number;
}

/**
 * Adds a job to the queue in the caller's transaction; a second one under the same key replaces the first, unless that one
 * has begun. Between looking at the first and replacing it, a worker may take it: then nothing is added, and we ask again.
 */
export async function enqueueJob<Payload>(
  tx: Transaction,
  task: TaskDefinition<string, Payload>,
  payload: NoInfer<Payload>,
  key: string,
  { queue, inMs, keepsHour = false, priority = 0 }: JobOptions = {},
): Promise<void> {
  const runAt = inMs === undefined ? sql`null` : sql`now() + ${inMs} * interval '1 millisecond'`;
  const add = () =>
    tx.execute<{ id: string | null }>(
      sql`select id from graphile_worker.add_job(${task.name}, payload := ${JSON.stringify(payload)}::json,
        queue_name := ${queue ?? null}, run_at := ${runAt}, max_attempts := 25, job_key := ${key},
        priority := ${priority}, job_key_mode := ${keepsHour ? "preserve_run_at" : "replace"})`,
    );
  let [added] = await add();
  while (!added?.id) [added] = await add();
}

/** Adds many jobs of one task in one request, under keys that no job has had. */
export async function enqueueJobs<Payload>(
  tx: Transaction,
  task: TaskDefinition<string, Payload>,
  jobs: readonly { payload: NoInfer<Payload>; key: string }[],
  { priority = 0 }: Pick<JobOptions, "priority"> = {},
): Promise<void> {
  await tx.execute(sql`
    select count(*) from graphile_worker.add_jobs(array(
      select (${task.name}, job -> 'payload', null, null, 25, job ->> 'key', ${priority}, null)::graphile_worker.job_spec
      from json_array_elements(${JSON.stringify(jobs)}::json) job))`);
}
