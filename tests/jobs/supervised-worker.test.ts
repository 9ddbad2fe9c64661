import { EventEmitter } from "node:events";
import { Writable } from "node:stream";
import { sql } from "drizzle-orm";
import type { WorkerEvents } from "graphile-worker";
import { pino } from "pino";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { keepWorking } from "#app/jobs/supervise-worker.server.ts";
import { startWorker, type RunningWorker } from "#app/jobs/worker.server.ts";
import { takeConsoleErrors } from "#tests/support/console-errors.ts";
import { testDatabase } from "#tests/support/database.ts";
import { createWorld, jobContext } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
beforeAll(async () => {
  await createWorld(database.db);
});

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  takeConsoleErrors();
});

function listen() {
  const lines: { level: number; msg: string; pauseMs?: number }[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString()) as (typeof lines)[number]);
      done();
    },
  });
  return { lines, logger: pino({ level: "warn" }, stream) };
}

/** A worker that ends when the test says so. */
function puppet(poolId: string) {
  let end = (_error?: Error) => {};
  let stops = 0;
  const finished = new Promise<void>((resolve, reject) => {
    end = (error) => (error ? reject(error) : resolve());
  });
  finished.catch(() => undefined);
  const stop = () => {
    stops += 1;
    end();
    return Promise.resolve();
  };
  return { worker: { finished, poolId, stop } satisfies RunningWorker, end, stops: () => stops };
}

describe("a worker that ends by itself", () => {
  it("is told in the log and started again, after pauses that grow until it starts", async () => {
    const { lines, logger } = listen();
    const [first, second] = [puppet("first"), puppet("second")];
    const pauses: number[] = [];
    const starts: (string | undefined)[] = [];
    const supervised = await keepWorking({
      logger,
      pause: (ms) => Promise.resolve(pauses.push(ms)),
      start: (after) => {
        starts.push(after?.poolId);
        if (starts.length === 1) return Promise.resolve(first.worker);
        if (starts.length < 5) return Promise.reject(new Error("the database is away"));
        return Promise.resolve(second.worker);
      },
    });
    expect(supervised.working).toBe(true);
    first.end(new Error("its pool has died"));
    await expect.poll(() => starts.length).toBe(5);
    await expect.poll(() => supervised.working).toBe(true);
    expect(starts).toEqual([undefined, "first", "first", "first", "first"]);
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
    expect(lines[0]).toMatchObject({ level: 50, msg: "the worker has ended and is started again" });
    await supervised.stop();
    expect([first.stops(), second.stops()]).toEqual([0, 1]);
  });

  it("is not started again once it has been told to stop, even during a pause", async () => {
    const { logger } = listen();
    const first = puppet("first");
    let starts = 0;
    const supervised = await keepWorking({
      logger,
      start: () => {
        starts += 1;
        return Promise.resolve(first.worker);
      },
    });
    first.end(new Error("its pool has died"));
    await expect.poll(() => supervised.working).toBe(false);
    await supervised.stop();
    expect(starts).toBe(1);
  });

  it("fails at its very first start like any other start", async () => {
    const { logger } = listen();
    const start = () => Promise.reject(new Error("no such database"));
    await expect(keepWorking({ logger, start })).rejects.toThrow("no such database");
  });
});

async function startReal(after?: RunningWorker) {
  const { logger } = listen();
  const context = { ...jobContext(database.db, database.url, "http://127.0.0.1:9"), logger };
  const events: WorkerEvents = new EventEmitter();
  let endPool = () => {};
  events.on(
    "pool:create",
    ({ workerPool }) => (endPool = () => void workerPool.gracefulShutdown("told by a test")),
  );
  return { worker: await startWorker(context, { after, events, endMs: 100 }), endPool: () => endPool() };
}

it("a real worker whose pool ends, ends with a failure, and one that follows takes its jobs at once", async () => {
  const { db } = database;
  const { worker, endPool } = await startReal();
  endPool();
  await expect(worker.finished).rejects.toThrow("has ended");

  await db.execute(sql`select graphile_worker.add_job('forget_expired_access', job_key := 'held')`);
  await db.execute(sql`
    update graphile_worker._private_jobs set locked_by = ${worker.poolId}, locked_at = now() where key = 'held'`);
  const next = await startReal(worker);
  cleanups.push(() => next.worker.stop());
  const left = () => db.execute(sql`select 1 from graphile_worker._private_jobs where key = 'held'`);
  await expect.poll(async () => (await left()).length, { timeout: 10_000 }).toBe(0);
});

it("verdicts that cannot be written end a worker, not the process, and the next one writes them", async () => {
  const { db } = database;
  const { lines, logger } = listen();
  await db.execute(sql`
    create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file: no space left on device' using errcode = '53100'; end $$`);
  await db.execute(sql`
    create trigger refuse before delete or update of last_error on graphile_worker._private_jobs
    for each row execute function refuse()`);
  const supervised = await keepWorking({
    logger,
    pause: () => db.execute(sql`drop trigger if exists refuse on graphile_worker._private_jobs`),
    start: async (after) => (await startReal(after)).worker,
  });
  cleanups.push(() => supervised.stop());
  await db.execute(sql`
    select graphile_worker.add_job('forget_expired_access', job_key := 'verdict ' || name) from unnest(array['1', '2', '3', '4']) name`);
  const left = () => db.execute(sql`select 1 from graphile_worker._private_jobs where key like 'verdict%'`);
  await expect.poll(async () => (await left()).length, { timeout: 10_000 }).toBe(0);
  expect(lines.map(({ msg }) => msg)).toEqual([
    "the worker has ended and is started again",
    "the worker works again",
  ]);
});
