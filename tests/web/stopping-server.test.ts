import { once } from "node:events";
import net from "node:net";
import { afterEach, beforeAll, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { cookieOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";

const database = testDatabase();
const clock = fakeClock();
let cookie = "";
beforeAll(async () => {
  const { pupil } = await factories(database.db, clock).world();
  cookie = await cookieOf(testApp(database, clock), pupil.id);
});

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function start(limits: { arrivalLimitMs?: number; endLimitMs?: number } = {}) {
  const app = testApp(database, clock);
  const service = await startService(app, limits);
  cleanups.push(() => service.close());
  const get = (path: string) => sendRaw(service.port, { path, headers: { Cookie: cookie } });
  return { app, service, get };
}

/** Asks for a page that waits, until the function returned is called. */
async function waitingPage(get: (path: string) => ReturnType<typeof sendRaw>) {
  let locked = () => {};
  let release = () => {};
  const isLocked = new Promise<void>((resolve) => (locked = resolve));
  const end = new Promise<void>((resolve) => (release = resolve));
  const lock = database.openPool(1).transaction(async (tx) => {
    await tx.execute(sql`lock table sessions in access exclusive mode`);
    locked();
    await end;
  });
  await isLocked;
  const page = get("/eleve");
  page.catch(() => undefined);
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await database.db.execute(waiting)).length).toBeGreaterThan(0);
  return { page, release: async () => (release(), await lock) };
}

it("first says that it stops, and still answers", async () => {
  const { app, get } = await start();
  app.readiness.announceStop();
  const answer = await get("/readyz");
  expect(answer.status).toBe(503);
  expect(JSON.parse(answer.body)).toEqual({ status: "not_ready", missing: ["stopping"] });
  expect(await get("/offres")).toMatchObject({ status: 200, headers: { connection: "close" } });
});

it("then closes its port, and lets a request under way end", async () => {
  const { service, get } = await start();
  const { page, release } = await waitingPage(get);
  const closed = service.close();
  await expect(get("/healthz")).rejects.toThrow(/ECONNREFUSED/);
  await release();
  expect((await page).status).toBe(200);
  await closed;
});

it("does not wait for ever", async () => {
  const { service, get } = await start({ endLimitMs: 50 });
  const { page, release } = await waitingPage(get);
  await service.close();
  await expect(page).rejects.toThrow();
  await release();
});

it("cuts a request that takes too long to arrive", async () => {
  const { service } = await start({ arrivalLimitMs: 200 });
  const socket = net.connect(service.port, "127.0.0.1");
  await once(socket, "connect");
  socket.write("POST /connexion HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nemail=");
  const [answer] = (await once(socket, "data")) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 408/);
  socket.destroy();
});
