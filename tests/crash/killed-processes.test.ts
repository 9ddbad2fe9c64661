import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { startMailStandIn } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { readSmsFile } from "#app/infra/sms-sender.server.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { applications, messages, outboxEvents } from "#db/schema/index.ts";
import { buildPages } from "#tests/support/built-pages.ts";
import { testDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/spawned-service.ts";
import { playDay, prepareDay } from "./campaign-day.ts";
import { superviseProcess } from "./spawn-process.ts";

const LONG = Boolean(process.env.TEST_LONG);
const KILLS = LONG ? 200 : 5;
const APPLICATIONS = LONG ? 5_000 : 60;
const SEED = Number(process.env.CRASH_SEED ?? 4);
const LIMIT_MS = LONG ? 2_700_000 : 300_000;

const database = testDatabase();
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}, 60_000);

/** Time goes faster than the machine's: each process that starts takes those killed before it for dead. */
function hurriedClock() {
  const began = Date.now();
  const morning = Date.parse("2027-03-02T08:00:00Z");
  let hurry = 0;
  const now = () => new Date(morning + (Date.now() - began) + hurry);
  return {
    now,
    /** A minute later. */
    later() {
      hurry += 60_000;
      return now();
    },
  };
}

/** Kills a process each time that the day has come to the next of these marks. */
async function killAtMarks(marks: number[], progress: () => Promise<number>, kill: () => Promise<void>) {
  for (const mark of marks) {
    while ((await progress()) < mark) await wait(25);
    await kill();
  }
}

/** As many instants of the day, in its order, in numbers of things done. */
function marksOf(count: number, total: number, random: () => number): number[] {
  return Array.from({ length: count }, (_, index) => ((index + random()) / count) * total * 0.98);
}

const title = `${KILLS} kills during a day of ${APPLICATIONS} applications lose nothing and send nothing twice`;
it(title, { timeout: LIMIT_MS }, async () => {
  const { db, url } = database;
  await buildPages();
  const clock = hurriedClock();
  const random = seededRandom(SEED);
  const folder = await mkdtemp(path.join(os.tmpdir(), "stage-crash-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const day = await prepareDay(database, clock, APPLICATIONS);
  // A provider takes its time: kills fall between its receiving a mail and its answer.
  const interventions = { beforeAnswer: () => wait(random() * 30) };
  const standIn = await startMailStandIn({ db: database.openPool(4), clock, interventions });
  cleanups.push(() => standIn.close());
  const port = await freePort();
  const smsFile = path.join(folder, "sms.jsonl");
  const settings = {
    DATABASE_URL: url,
    RESEND_BASE_URL: standIn.url,
    SMS_FILE: smsFile,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
  };
  const [web, worker] = await Promise.all([
    superviseProcess("web", settings, clock.now),
    superviseProcess("worker", settings, clock.later),
  ]);
  cleanups.push(
    () => web.stop(),
    () => worker.stop(),
  );

  let applied = 0;
  let kills = 0;
  const counted = (kill: () => Promise<void>) => async () => {
    kills += 1;
    await kill();
  };
  const webMarks = marksOf(Math.ceil(KILLS / 2), APPLICATIONS, random);
  const workerMarks = marksOf(Math.floor(KILLS / 2), APPLICATIONS, random);
  const told = () => db.$count(outboxEvents, sql`dispatched_at is not null`);
  await Promise.all([
    playDay(day, { port, working: web.working, seed: SEED, onApplication: () => (applied += 1) }),
    killAtMarks(webMarks, () => Promise.resolve(applied), counted(web.kill)),
    killAtMarks(workerMarks, told, counted(worker.kill)),
  ]);
  const left = async () =>
    (await db.$count(outboxEvents, sql`dispatched_at is null`)) +
    (await db.$count(messages, sql`status = 'pending'`));
  await expect.poll(left, { timeout: LIMIT_MS / 3, interval: 200 }).toBe(0);

  expect({ kills, applied }).toEqual({ kills: KILLS, applied: APPLICATIONS });
  expect(await db.$count(applications)).toBe(APPLICATIONS);
  const reports = await checkInvariants(db, [...INVARIANTS, PROJECTION]);
  expect(
    reports.filter(({ violations }) => violations > 0),
    `seed ${SEED}`,
  ).toEqual([]);
  expect(await db.$count(messages, sql`status = 'failed'`)).toBe(0);
  expect(await mailsAndMessages(), `seed ${SEED}`).toEqual({ unknown: 0, missing: 0, twice: 0 });
  const texts = await readSmsFile(smsFile);
  expect(texts.length).toBe(await db.$count(messages, sql`channel = 'sms' and status = 'sent'`));
});

/** What the provider received, against what was to be sent: each message under its key, once. */
async function mailsAndMessages() {
  const [row] = await database.db.execute<{ unknown: number; missing: number; twice: number }>(sql`
    with sent as (
      select id, provider_id, lower(recipient) as recipient, subject, html from messages
      where channel = 'email' and status = 'sent'
    )
    select
      (select count(*)::int from stand_in_mails m where not exists (
        select 1 from sent s where s.provider_id = m.id::text and s.recipient = lower(m.recipient)
          and s.subject = m.subject and s.html = m.html)) as unknown,
      (select count(*)::int from sent s where not exists (
        select 1 from stand_in_mails m where m.id::text = s.provider_id)) as missing,
      (select count(*) - count(distinct provider_id) from sent)::int as twice`);
  return row;
}
