import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Logger as QueueLogger, parseCronItems, run, type WorkerEvents } from "graphile-worker";
import {
  beat,
  endHeartbeat,
  givePoolBack,
  releaseDeadPools,
} from "#app/domain/outbox/heartbeats.store.server.ts";
import { JobFailure, withoutData } from "#app/domain/outbox/job-failure.ts";
import type { Logger } from "#app/infra/logger.server.ts";
import { createMessageProviders } from "#app/infra/message-providers.server.ts";
import { CRON } from "./cron.ts";
import type { JobContext } from "./job-context.ts";
import { createTasks } from "./tasks.server.ts";

export interface RunningWorker {
  /** Lets the jobs under way finish. Stop the worker before the database. */
  stop(): Promise<void>;
  /** Resolves when it has been told to stop, and rejects when it ends by itself. */
  finished: Promise<void>;
  /** Under this name it holds its jobs. */
  poolId: string;
}

interface WorkerOptions {
  /** The one that has just ended in this process: its jobs are given back at once. */
  after?: RunningWorker | undefined;
  /** What the queue tells of itself. */
  events?: WorkerEvents;
  endMs?: number;
}

const CONCURRENCY = 4;
/** New jobs are announced at once by the database; polling finds the retries that came due. */
const POLL_MS = 2_000;
const BEAT_MS = 10_000;
const RELEASE_MS = 60_000;
/** What the jobs under way are given once their pool ends by itself. */
const END_MS = 10_000;

/** Works off the queue until it is stopped. Several workers, on several machines, may run at once. */
export async function startWorker(
  app: Omit<JobContext, "providers" | "random">,
  { after, events = new EventEmitter(), endMs = END_MS }: WorkerOptions = {},
): Promise<RunningWorker> {
  const { db, clock, env, logger } = app;
  const context: JobContext = {
    ...app,
    providers: createMessageProviders(env, clock, wait),
    random: Math.random,
  };
  const pool = { id: "" };
  events.on("pool:create", ({ workerPool }) => (pool.id = workerPool.id));

  const release = async () => {
    const dead = await releaseDeadPools({ db, clock });
    if (dead.length > 0) logger.warn({ pools: dead.length }, "jobs of dead workers were given back");
  };
  if (after) await givePoolBack(db, after.poolId);
  await release();
  const runner = await run({
    connectionString: env.DATABASE_URL,
    maxPoolSize: CONCURRENCY + 2,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    // A verdict on a job that cannot be written ends the pool; written without a batch, its failure would end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
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
  let told = false;
  let ended = false;
  // Two verdicts that fail together leave the pool waiting for a third that never comes: its end is not waited for.
  const stuck = new Promise<void>((resolve) => {
    events.once("pool:gracefulShutdown", () => void (told || setTimeout(resolve, endMs)));
  });
  const finished = Promise.race([runner.promise, stuck])
    .then(() => {
      // The runner keeps to itself why its pool has ended: its log says it.
      if (told) return;
      runner.stop().catch(() => undefined);
      throw new JobFailure("the queue's pool of connections has ended");
    })
    .finally(() => {
      ended = true;
      return end();
    });
  finished.catch(() => undefined);
  return {
    finished,
    poolId: pool.id,
    async stop() {
      told = true;
      await end();
      if (!ended) await runner.stop();
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
