import { sql } from "drizzle-orm";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startMailStandIn, type Interventions } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { beat, releaseDeadPools } from "#app/domain/outbox/heartbeats.store.server.ts";
import { startWorker } from "#app/jobs/worker.server.ts";
import {
  applications,
  messageBatches,
  messages,
  outboxEvents,
  standInMails,
  workerHeartbeats,
} from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import {
  clock,
  createApplication,
  createWorld,
  jobContext,
  NOW,
  PRIVATE,
  record,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
let world: World;
beforeAll(async () => {
  world = await createWorld(database.db);
});

/** No test finds what another left to do, or to lock. */
beforeEach(async () => {
  await database.db.execute(sql`
    truncate ${applications}, ${messageBatches}, ${messages}, ${outboxEvents}, ${standInMails}, ${workerHeartbeats},
      graphile_worker._private_jobs, graphile_worker._private_job_queues cascade`);
});

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start(interventions: Interventions = {}) {
  const { db, url } = database;
  const standIn = await startMailStandIn({ db, clock, interventions });
  cleanups.push(() => standIn.close());
  const lines: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const context = jobContext(db, url, standIn.url);
  const worker = await startWorker({ ...context, logger: pino({ level: "debug" }, stream) });
  cleanups.push(() => worker.stop());
  return { worker, lines };
}

const eventually = (count: () => Promise<number>) => expect.poll(count, { timeout: 10_000, interval: 30 });

it("sends within seconds what is recorded while it runs", async () => {
  await start();
  const applicationId = await createApplication(database.db, world, "submitted");
  await record(database.db, { type: "application.submitted", applicationId });
  const readers = async () =>
    (await database.db.select({ address: standInMails.recipient }).from(standInMails))
      .map(({ address }) => address)
      .sort()
      .join(" ");
  const everyone = ["claire@example.org", "helene@example.org", PRIVATE.email, "omar@example.org"].join(" ");
  await expect.poll(readers, { timeout: 10_000, interval: 30 }).toBe(everyone);
});

it("stops cleanly, and takes its heartbeat with it", async () => {
  const { worker } = await start();
  expect(await database.db.$count(workerHeartbeats)).toBe(1);
  cleanups.pop();
  await worker.stop();
  await worker.finished;
  expect(await database.db.$count(workerHeartbeats)).toBe(0);
});

it("logs failures without any personal data", async () => {
  const { lines } = await start({ refuse: () => 500 });
  await record(database.db, { type: "offer.published", offerId: world.offerId });
  await database.db
    .insert(outboxEvents)
    .values({ type: "moon.landed", urgency: "immediate", payload: {}, occurredAt: NOW });
  await eventually(() => database.db.$count(messages, sql`last_error is not null`)).toBe(1);
  await eventually(async () => lines.filter((line) => line.includes("application_error (500)")).length).toBe(
    1,
  );
  const log = lines.join("");
  for (const secret of [...Object.values(PRIVATE), "Inès", "claire@", "Claire"])
    expect(log).not.toContain(secret);
});

it("gives back the jobs of a pool silent for thirty seconds, and of none other", async () => {
  const { db } = database;
  const lock = async (name: string) => {
    await db.execute(sql`select graphile_worker.add_job(${`task-${name}`}, job_key := ${name})`);
    await db.execute(sql`
      update graphile_worker._private_jobs set locked_by = ${name}, locked_at = ${NOW.toISOString()}::timestamptz
      where key = ${name}`);
  };
  const lockedBy = async () =>
    (
      await db.execute(sql`select locked_by from graphile_worker.jobs where locked_by is not null order by 1`)
    ).map((row) => row["locked_by"]);
  for (const name of ["dead", "alive", "unknown"]) await lock(name);
  const later = new Date(NOW.getTime() + 31_000);
  await beat(db, "dead", NOW);
  await beat(db, "alive", NOW);
  await beat(db, "alive", later);
  const released = await releaseDeadPools({ db, clock: { now: () => later } });
  expect(released.sort()).toEqual(["dead", "unknown"]);
  expect(await lockedBy()).toEqual(["alive"]);
  expect(await releaseDeadPools({ db, clock: { now: () => later } })).toEqual([]);
});
