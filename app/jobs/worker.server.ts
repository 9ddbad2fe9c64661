import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Logger as QueueLogger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import { beat, endHeartbeat, releaseDeadPools } from "#app/domain/outbox/heartbeats.store.server.ts";
import { withoutData } from "#app/domain/outbox/job-failure.ts";
import type { Logger } from "#app/infra/logger.server.ts";
import { createMessageProviders } from "#app/infra/message-providers.server.ts";
import { CRON } from "./cron.ts";
import type { JobContext } from "./job-context.ts";
import { createTasks } from "./tasks.server.ts";

export interface RunningWorker {
  /** Lets the jobs under way finish. Stop the worker before the database. */
  stop(): Promise<void>;
  /** Settles when the worker ends, and rejects when it ends by itself. */
  finished: Promise<void>;
}

const CONCURRENCY = 4;
/** New jobs are announced at once by the database; polling finds the retries that came due. */
const POLL_MS = 2_000;
const BEAT_MS = 10_000;
const RELEASE_MS = 60_000;

/** Works off the queue until it is stopped. Several workers, on several machines, may run at once. */
export async function startWorker(app: Omit<JobContext, "providers" | "random">): Promise<RunningWorker> {
  const { db, clock, env, logger } = app;
  const context: JobContext = {
    ...app,
    providers: createMessageProviders(env, clock, wait),
    random: Math.random,
  };
  const events: WorkerEvents = new EventEmitter();
  const pool = { id: "" };
  events.on("pool:create", ({ workerPool }) => (pool.id = workerPool.id));

  const release = async () => {
    const dead = await releaseDeadPools({ db, clock });
    if (dead.length > 0) logger.warn({ pools: dead.length }, "jobs of dead workers were given back");
  };
  await release();
  const runner = await run({
    connectionString: env.DATABASE_URL,
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    taskList: createTasks(context),
    parsedCronItems: parseCronItems(CRON),
    logger: queueLogger(logger),
    events,
  });
  await beat(db, pool.id, clock.now());

  const stopRepeating = [
    repeat(BEAT_MS, () => beat(db, pool.id, clock.now()), logger),
    repeat(RELEASE_MS, release, logger),
  ];
  const end = async () => {
    for (const stop of stopRepeating) await stop();
  };
  return {
    finished: runner.promise.finally(end),
    async stop() {
      await end();
      await runner.stop();
      await endHeartbeat(db, pool.id);
    },
  };
}

/** Runs `work` again and again, one at a time; the function returned waits for the run under way. */
function repeat(everyMs: number, work: () => Promise<void>, logger: Logger): () => Promise<void> {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= work()
      .catch((error: unknown) =>
        logger.error({ reason: withoutData(error).message }, "upkeep of the queue failed"),
      )
      .finally(() => (running = null));
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** The queue's words in our log; its metadata quote payloads and errors and are left out. */
function queueLogger(logger: Logger): QueueLogger {
  const levels = { error: "error", warning: "warn", info: "debug", debug: "debug" } as const;
  return new QueueLogger((scope) => (level, message) => {
    logger[levels[level]]({ task: scope.taskIdentifier, job: scope.jobId }, message);
  });
}
