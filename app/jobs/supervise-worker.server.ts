import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "#app/infra/logger.server.ts";
import { withoutData } from "#app/domain/outbox/job-failure.ts";
import { startWorker, type RunningWorker } from "./worker.server.ts";

export interface SupervisedWorker {
  /** False while it is being started again. */
  readonly working: boolean;
  stop(): Promise<void>;
}

interface Supervision {
  logger: Logger;
  /** `after`: the one that has ended, whose jobs are given back. */
  start(after?: RunningWorker): Promise<RunningWorker>;
  pause?(ms: number, signal: AbortSignal): Promise<unknown>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** One that has worked for longer had recovered: what ends it now is another matter. */
const RECOVERED_MS = 300_000;

/**
 * Keeps one worker at work: one that ends by itself, because its database or disk failed, is told in the log and started
 * again after a pause that doubles. Mails must not stop without a word. Only the first start may fail.
 */
export async function keepWorking(supervision: Supervision): Promise<SupervisedWorker> {
  const { logger, start, pause = (ms, signal) => wait(ms, undefined, { signal }) } = supervision;
  const stopping = new AbortController();
  const { signal } = stopping;
  let current: RunningWorker | null = await start();
  let pauseMs = FIRST_PAUSE_MS;

  /** Null when it is told to stop meanwhile. */
  async function startAgain(after: RunningWorker): Promise<RunningWorker | null> {
    for (;;) {
      await pause(pauseMs, signal).catch(() => undefined);
      if (signal.aborted) return null;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      try {
        return await start(after);
      } catch (error) {
        logger.error(
          { reason: withoutData(error).message, pauseMs },
          "the worker could not be started again",
        );
      }
    }
  }

  async function supervise(worker: RunningWorker): Promise<void> {
    for (let latest: RunningWorker | null = worker; latest;) {
      const startedAt = performance.now();
      const reason: unknown = await latest.finished.catch((error: unknown) => error);
      if (signal.aborted) return;
      current = null;
      if (performance.now() - startedAt > RECOVERED_MS) pauseMs = FIRST_PAUSE_MS;
      logger.error(
        { reason: withoutData(reason).message, pauseMs },
        "the worker has ended and is started again",
      );
      latest = await startAgain(latest);
      if (signal.aborted) return latest?.stop();
      current = latest;
      logger.warn("the worker works again");
    }
  }

  const supervised = supervise(current);
  return {
    get working() {
      return current !== null;
    },
    async stop() {
      stopping.abort();
      await current?.stop();
      await supervised;
    },
  };
}

export function superviseWorker(app: Parameters<typeof startWorker>[0]): Promise<SupervisedWorker> {
  return keepWorking({ logger: app.logger, start: (after) => startWorker(app, { after }) });
}
