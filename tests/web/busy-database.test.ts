import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { openDatabase, type DatabaseHandle } from "#db/client.ts";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
const POOL = 2;
let limited: DatabaseHandle;
let service: Awaited<ReturnType<typeof startService>>;
let cookie = "";

beforeAll(async () => {
  const app = testApp(database, clock);
  const { pupil } = await factories(database.db, clock).world();
  cookie = await cookieOf(app, pupil.id);
  limited = openDatabase(database.url, {
    max: POOL,
    patience: { statement: 10_000, lock: 150, connection: 150 },
  });
  service = await startService({ ...app, db: limited.db });
});
afterAll(async () => {
  await service.close();
  await limited.close();
});

const get = (path: string) => sendRaw(service.port, { path, headers: { Cookie: cookie } });

/** Somebody keeps the table for as long as `meanwhile` takes. */
async function whileLocked(table: string, meanwhile: () => Promise<void>): Promise<void> {
  await database.openPool(1).transaction(async (tx) => {
    await tx.execute(sql`lock table ${sql.identifier(table)} in access exclusive mode`);
    await meanwhile();
  });
}

/** Every connection of the web process is in use. */
async function whileTaken(meanwhile: () => Promise<void>): Promise<void> {
  let taken = 0;
  let giveBack = () => {};
  const end = new Promise<void>((resolve) => (giveBack = resolve));
  const holders = Array.from({ length: POOL }, () =>
    limited.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`);
      taken += 1;
      await end;
    }),
  );
  await expect.poll(() => taken).toBe(POOL);
  await meanwhile().finally(giveBack);
  await Promise.all(holders);
}

const pauses: [string, (meanwhile: () => Promise<void>) => Promise<void>][] = [
  ["a table that somebody keeps", (meanwhile) => whileLocked("sessions", meanwhile)],
  ["connections that are all taken", whileTaken],
];

it.each(pauses)(
  "%s: visitors are told to come back, and balancers that the process is well",
  async (_, hold) => {
    expect((await get("/eleve")).status).toBe(200);
    await hold(async () => {
      for (const path of ["/eleve", "/eleve.data", "/eleve/candidatures"]) {
        const answer = await get(path);
        expect(answer.status).toBe(503);
        expect(answer.headers["retry-after"]).toBe("10");
      }
      expect((await get("/eleve")).body).toContain("Service momentanément indisponible");
      const post = await sendRaw(service.port, {
        path: "/notifications",
        method: "POST",
        body: "intent=read",
        headers: { Cookie: cookie, "Content-Type": "application/x-www-form-urlencoded" },
      });
      expect(post.status).toBe(503);
      const { missing } = JSON.parse((await get("/readyz")).body) as { missing: string[] };
      expect(missing).not.toContain("database");
    });
    expect((await get("/eleve")).status).toBe(200);
  },
);

it("what waits for a connection that is still being made is left to it", async () => {
  const { db, close } = openDatabase(database.url, {
    max: 2,
    patience: { statement: 10_000, lock: 150, connection: 0 },
  });
  const asked = Array.from({ length: 6 }, (_, index) => db.execute(sql`select ${index}::int as told`));
  expect((await Promise.all(asked)).map(([row]) => row?.["told"])).toEqual([0, 1, 2, 3, 4, 5]);
  await close();
});
