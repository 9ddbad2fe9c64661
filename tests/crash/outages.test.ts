import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { startMailStandIn } from "#app/infra/mail-stand-in/mail-stand-in.server.ts";
import { openDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { applications, messages, outboxEvents, standInMails } from "#db/schema/index.ts";
import { buildPages } from "#tests/support/built-pages.ts";
import { testDatabase } from "#tests/support/database.ts";
import { freePort } from "#tests/support/spawned-service.ts";
import { playDay, prepareDay } from "./campaign-day.ts";
import { startOwnPostgres } from "./own-postgres.ts";
import { standBy, type Kind, type StandBy } from "./spawn-process.ts";

const LONG = Boolean(process.env.TEST_LONG);
const RESTARTS = LONG ? 10 : 2;
const APPLICATIONS = LONG ? 400 : 60;
const LIMIT_MS = LONG ? 1_200_000 : 300_000;
const STARVED_MS = LONG ? 8_000 : 3_000;

/** The provider's own memory, on a server that nobody ends. */
const provider = testDatabase();
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}, 60_000);

/** The morning of a day of the campaign, going at the speed of the machine's. */
function morningClock() {
  const ahead = Date.parse("2027-03-02T08:00:00Z") - Date.now();
  return { now: () => new Date(Date.now() + ahead) };
}

/** One process that nobody starts again unless it is told to stop: it has to live through the day. */
async function startOne(kind: Kind, settings: Record<string, string>, now: () => Date) {
  const start = async (): Promise<StandBy> => {
    const process = standBy(kind, settings);
    await process.start(now());
    return process;
  };
  let current = await start();
  return {
    /** SIGTERM, then its successor; gives how the first one ended. */
    async replace() {
      const code = await current.stop();
      current = await start();
      return code;
    },
    stop: () => current.stop(),
  };
}

async function eventually<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await wait(100);
    }
  }
}

const title = `${RESTARTS} restarts of PostgreSQL, a full disk, a provider that is down and two SIGTERM lose nothing confirmed, send nothing twice and end no process`;
it(title, { timeout: LIMIT_MS }, async () => {
  await buildPages();
  const clock = morningClock();
  const postgres = await startOwnPostgres();
  cleanups.push(() => postgres.stop());
  await migrateDatabase(postgres.url);
  const handle = openDatabase(postgres.url, { max: 4 });
  cleanups.push(() => handle.close());
  const { db } = handle;
  const day = await prepareDay({ url: postgres.url, db, openPool: () => db }, clock, APPLICATIONS);
  let down = false;
  const standIn = await startMailStandIn({
    db: provider.openPool(4),
    clock,
    interventions: { refuse: () => (down ? 503 : undefined) },
  });
  cleanups.push(() => standIn.close());
  const folder = await mkdtemp(path.join(os.tmpdir(), "stage-outage-sms-"));
  cleanups.push(() => rm(folder, { recursive: true }));
  const port = await freePort();
  const settings = {
    DATABASE_URL: postgres.url,
    RESEND_BASE_URL: standIn.url,
    SMS_FILE: path.join(folder, "sms.jsonl"),
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: "silent",
  };
  const [web, worker] = await Promise.all([
    startOne("web", settings, clock.now),
    startOne("worker", settings, clock.now),
  ]);

  let applied = 0;
  const ended: Record<string, number | null> = {};
  const provided = async (meanwhile: () => Promise<void>) => {
    down = true;
    await meanwhile();
    down = false;
  };
  const faults: [string, () => Promise<void>][] = [
    ...Array.from({ length: RESTARTS }, (_, index): [string, () => Promise<void>] => [
      `restart ${index + 1}`,
      postgres.restart,
    ]),
    ["provider down", () => provided(() => wait(STARVED_MS))],
    ["full disk", () => postgres.withFullDisk?.(() => wait(STARVED_MS)) ?? Promise.resolve()],
    ["SIGTERM to the worker", async () => void (ended.worker = await worker.replace())],
    ["SIGTERM to the web process", async () => void (ended.web = await web.replace())],
  ];
  const playing = playDay(day, {
    port,
    working: () => Promise.resolve(),
    seed: 11,
    onApplication: () => (applied += 1),
  });
  const striking = (async () => {
    for (const [index, [, strike]] of faults.entries()) {
      while (applied < (APPLICATIONS * 0.95 * (index + 1)) / (faults.length + 1)) await wait(25);
      await strike();
    }
  })();
  await Promise.all([playing, striking]);

  const left = () =>
    eventually(
      async () =>
        (await db.$count(outboxEvents, sql`dispatched_at is null`)) +
        (await db.$count(messages, sql`status = 'pending'`)),
    );
  await expect.poll(left, { timeout: LIMIT_MS / 2, interval: 200 }).toBe(0);
  expect(ended).toEqual({ worker: 0, web: 0 });
  expect(await web.stop()).toBe(0);
  expect(await worker.stop()).toBe(0);

  expect(applied).toBe(APPLICATIONS);
  expect(await db.$count(applications)).toBe(APPLICATIONS);
  const reports = await checkInvariants(db, [...INVARIANTS, PROJECTION]);
  expect(reports.filter(({ violations }) => violations > 0)).toEqual([]);
  expect(await db.$count(messages, sql`status = 'failed'`)).toBe(0);
  const sent = await db
    .select({ id: messages.providerId, subject: messages.subject })
    .from(messages)
    .where(sql`channel = 'email' and status = 'sent'`);
  const received = await provider.db
    .select({ id: standInMails.id, subject: standInMails.subject })
    .from(standInMails);
  const byId = (rows: { id: string | null; subject: string | null }[]) =>
    rows.map(({ id, subject }) => `${id} ${subject}`).sort();
  expect(byId(received)).toEqual(byId(sent));
});
