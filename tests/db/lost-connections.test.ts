import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openDatabase, type Database, type DatabaseHandle } from "#db/client.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();
const POOL = 4;
const ROUNDS = process.env.TEST_LONG ? 200 : 15;

const pools: DatabaseHandle[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

/** A pool whose connections are known by their name, so that a test ends these and none other. */
function openNamed(name: string, max = POOL): Database {
  const url = new URL(database.url);
  url.searchParams.set("application_name", name);
  const pool = openDatabase(url.href, { max });
  pools.push(pool);
  return pool.db;
}

async function endBackends(name: string): Promise<number> {
  const ended = await database.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`);
  return ended.length;
}

const write = (on: Pick<Database, "execute">, note: string) =>
  on.execute(sql`insert into written (note) values (${note})`);
const written = async (note: string) => {
  const [row] = await database.db.execute<{ count: number }>(
    sql`select count(*)::int as count from written where note = ${note}`,
  );
  return row?.count ?? 0;
};

beforeAll(async () => {
  await database.db.execute(sql`create table written (note text not null)`);
});

describe("connections that the server ends", () => {
  it("fail the transaction that holds them, never the process", async () => {
    const db = openNamed("held", 1);
    const lost = db.transaction(async (tx) => {
      await write(tx, "held");
      await endBackends("held");
      // The connection is made again for somebody else's question before this transaction goes on.
      await db.execute(sql`select 1`);
      await write(tx, "after the loss");
    });
    await expect(lost).rejects.toThrow();
    expect(await written("held")).toBe(0);
    expect(await written("after the loss")).toBe(0);
  });

  it("reject what waited behind a question of the same transaction", async () => {
    const db = openNamed("queued", 1);
    const outcomes: PromiseSettledResult<unknown>[] = [];
    const lost = db.transaction(async (tx) => {
      const asked = [tx.execute(sql`select pg_sleep(60)`), write(tx, "queued"), write(tx, "queued")];
      const settled = Promise.allSettled(asked);
      const sleeping = () =>
        database.db.execute(sql`
        select 1 from pg_stat_activity where application_name = 'queued' and wait_event = 'PgSleep'`);
      while ((await sleeping()).length === 0);
      await endBackends("queued");
      outcomes.push(...(await settled));
      throw new Error("told");
    });
    await expect(lost).rejects.toThrow();
    await expect.poll(() => outcomes.map(({ status }) => status)).toEqual(Array(3).fill("rejected"));
    expect(await written("queued")).toBe(0);
  });

  it(`lose no connection of the pool and no confirmed write, ended ${ROUNDS} times among writes`, async () => {
    const db = openNamed("stormy");
    let confirmed = 0;
    let going = true;
    const writers = Array.from({ length: POOL * 3 }, async (_, writer) => {
      for (let count = 0; going; count += 1) {
        const note = `${writer}-${count}-${"x".repeat((count % 3) * 700)}`;
        await db
          .transaction(async (tx) => {
            await write(tx, "stormy");
            await tx.execute(sql`select ${note}::text`);
          })
          .then(() => (confirmed += 1))
          .catch(() => undefined);
      }
    });
    for (let round = 0; round < ROUNDS;) {
      const before = confirmed;
      while (confirmed < before + POOL) await database.db.execute(sql`select 1`);
      if ((await endBackends("stormy")) > 0) round += 1;
    }
    going = false;
    await Promise.all(writers);
    expect(await written("stormy")).toBeGreaterThanOrEqual(confirmed);
    // Every connection answers: as many transactions as there are connections, each open until all are.
    const backends = new Set<number>();
    let meet = () => {};
    const allOpen = new Promise<void>((resolve) => (meet = resolve));
    const open = async (tx: Pick<Database, "execute">) => {
      const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      if (row && backends.add(row.pid).size === POOL) meet();
      await allOpen;
    };
    await Promise.all(Array.from({ length: POOL }, () => db.transaction(open)));
    expect(backends.size).toBe(POOL);
  });
});
