import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReadiness } from "#app/domain/operations/readiness.server.ts";
import { openDatabase, type DatabaseHandle } from "#db/client.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { sendRaw } from "#tests/support/raw-request.ts";
import { startService } from "#tests/support/service.ts";
import { whileUnreachable } from "#tests/support/unreachable.ts";

const database = testDatabase();
const clock = fakeClock();
const MIGRATIONS = sql`drizzle.__drizzle_migrations`;
let own: DatabaseHandle;
let service: Awaited<ReturnType<typeof startService>>;

beforeAll(async () => {
  await factories(database.db, clock).world();
  own = openDatabase(database.url, { max: 1 });
  const readiness = createReadiness({ db: own.db, clock }, 300);
  service = await startService({ ...testApp(database, clock), readiness });
});
afterAll(async () => {
  await service.close();
  await own.close();
});

async function ask() {
  const { status, body } = await sendRaw(service.port, { path: "/readyz" });
  return { status, missing: (JSON.parse(body) as { missing: string[] }).missing };
}
const READY = { status: 200, missing: [] };

describe("a process that is asked whether it is ready", () => {
  it("is, with the database, the campaign and the text of the agreement that it needs", async () => {
    expect(await ask()).toEqual(READY);
  });

  it("is not without its database, and is again once it came back", async () => {
    expect(await whileUnreachable(database.url, ask)).toEqual({ status: 503, missing: ["database"] });
    await expect.poll(ask, { timeout: 10_000 }).toEqual(READY);
  });

  it("is not while its database keeps it waiting", async () => {
    const told = await database.db.transaction(async (tx) => {
      await tx.execute(sql`lock table ${MIGRATIONS} in access exclusive mode`);
      return ask();
    });
    expect(told).toEqual({ status: 503, missing: ["database"] });
    await expect.poll(ask).toEqual(READY);
  });

  it("is not on a schema that its migrations have not reached", async () => {
    const latest = sql`(select max(created_at) from ${MIGRATIONS})`;
    const [taken] = await database.db.execute<{ hash: string; created_at: string }>(
      sql`delete from ${MIGRATIONS} where created_at = ${latest} returning hash, created_at`,
    );
    expect(await ask()).toEqual({ status: 503, missing: ["schema"] });
    await database.db.execute(
      sql`insert into ${MIGRATIONS} (hash, created_at) values (${taken?.hash}, ${taken?.created_at})`,
    );
    expect(await ask()).toEqual(READY);
  });
});
