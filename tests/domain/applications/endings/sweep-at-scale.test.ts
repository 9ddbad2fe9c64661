import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { applications } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { writeManyApplications } from "../many-applications.ts";

const COUNT = process.env.TEST_LONG ? 200_000 : 4_000;
/** At national size, on a small machine. */
const ALLOWED_MS = 300_000;
const ALLOWED_MEGABYTES = 400;

const database = testDatabase();

interface Report {
  ended: number;
  peakMegabytes: number;
}

/** Starts a sweep on a "machine" of its own, once everything is due. */
async function startSweep(): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL("./sweep-process.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      DATABASE_URL: database.url,
      CLOCK: "2027-04-01T09:00:00Z",
    },
  });
  await once(child, "message");
  return child;
}

const reportOf = async (child: ChildProcess): Promise<Report> => {
  const [report] = (await once(child, "message")) as [Report];
  return report;
};

const countLive = () =>
  database.db.$count(applications, sql`${applications.status} in ('submitted', 'seen', 'accepted')`);

it(`ends ${COUNT} applications once each, though killed in the middle, then run by two machines at once`, async () => {
  const clock = fakeClock();
  const world = await factories(database.db, clock).world();
  await writeManyApplications(database.db, world, { count: COUNT, at: clock.now() });
  expect(await countLive()).toBe(COUNT);

  const startedAt = performance.now();
  const killed = await startSweep();
  await expect.poll(countLive, { timeout: ALLOWED_MS, interval: 20 }).toBeLessThan(COUNT * 0.9);
  const gone = once(killed, "exit");
  killed.kill("SIGKILL");
  await gone;
  const left = await countLive();
  expect(left).toBeGreaterThan(0);

  const machines = await Promise.all([startSweep(), startSweep()]);
  const reports = await Promise.all(machines.map(reportOf));
  const elapsed = performance.now() - startedAt;
  expect(reports[0]!.ended + reports[1]!.ended).toBe(left);
  expect(await countLive()).toBe(0);
  await expectEachToldOnce();
  const broken = await checkInvariants(database.db, [...INVARIANTS, PROJECTION]);
  expect(broken.filter(({ violations }) => violations > 0)).toEqual([]);

  const peak = Math.max(...reports.map(({ peakMegabytes }) => peakMegabytes));
  const figures = `${COUNT} applications ended in ${(elapsed / 1000).toFixed(1)} s, ${peak} MB at most`;
  console.info(`${figures} (${reports.map(({ ended }) => ended).join(" + ")} after the kill)`);
  expect(peak).toBeLessThan(ALLOWED_MEGABYTES);
  expect(elapsed).toBeLessThan(ALLOWED_MS);
}, 1_200_000);

async function expectEachToldOnce(): Promise<void> {
  const [told] = await database.db.execute<{
    changes: number;
    events: number;
    jobs: number;
    reopened: boolean;
  }>(sql`
    select (select count(distinct application_id) from state_changes where to_status in ('expired', 'lapsed'))::int as changes,
      (select count(*) from outbox_events where type in ('application.expired', 'application.lapsed'))::int as events,
      (select count(*) from graphile_worker._private_jobs j join outbox_events e on j.key = 'event:' || e.id
        where e.type in ('application.expired', 'application.lapsed'))::int as jobs,
      exists (select 1 from outbox_events where type = 'offer.reopened') as reopened`);
  expect(told).toEqual({ changes: COUNT, events: COUNT, jobs: COUNT, reopened: true });
  const [held] = await database.db.execute<{ seats: number }>(
    sql`select sum(reserved)::int as seats from offer_seats`,
  );
  expect(held).toEqual({ seats: 0 });
}
