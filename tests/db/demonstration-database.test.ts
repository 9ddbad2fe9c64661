import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { openDemonstrationDatabase } from "#db/demonstration-database.ts";
import { UnusableDatabase } from "#db/usable-database.ts";
import { createEmptyDatabase, createTestDatabase } from "#tests/support/database.ts";

const at = new Date("2027-01-15T10:00:00Z");

async function onDatabase<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

describe("the database of the demonstration", () => {
  it("takes an empty database and seeds it once", async () => {
    const database = await createEmptyDatabase();
    const { url } = database;
    const first = await openDemonstrationDatabase("v1", url);
    expect(first.seeded).toBe(false);
    await first.markAsSeeded("v1", at);

    expect((await openDemonstrationDatabase("v1", url)).seeded).toBe(true);
    await database.drop();
  });

  it("starts afresh when the seed was cut or is of another version", async () => {
    const database = await createEmptyDatabase();
    const { url } = database;
    await openDemonstrationDatabase("v1", url);
    await onDatabase(url, (sql) => sql`create table half_done ()`);

    const again = await openDemonstrationDatabase("v1", url);
    expect(again.seeded).toBe(false);
    expect(await onDatabase(url, (sql) => sql`select to_regclass('half_done') as found`)).toEqual([
      { found: null },
    ]);

    await again.markAsSeeded("v1", at);
    expect((await openDemonstrationDatabase("v2", url)).seeded).toBe(false);
    await database.drop();
  });

  it("leaves alone a database that holds something else", async () => {
    const database = await createEmptyDatabase();
    const { url } = database;
    await onDatabase(url, (sql) => sql`create table precious (id int)`);

    await expect(openDemonstrationDatabase("v1", url)).rejects.toThrow(UnusableDatabase);
    expect(await onDatabase(url, (sql) => sql`select to_regclass('precious')::text as found`)).toEqual([
      { found: "precious" },
    ]);
    await database.drop();
  });

  it("leaves alone a database that was migrated for production, to the last row", async () => {
    const database = await createTestDatabase();
    const { url } = database;
    const migrated = () =>
      onDatabase(url, (sql) => sql`select hash from drizzle.__drizzle_migrations order by 1`);
    const before = await migrated();
    await expect(openDemonstrationDatabase("v1", url)).rejects.toThrow(UnusableDatabase);
    expect(await migrated()).toEqual(before);
    await database.drop();
  });

  it("says in a sentence that a database does not answer", async () => {
    await expect(openDemonstrationDatabase("v1", "postgres://nobody@127.0.0.1:1/none")).rejects.toThrow(
      /DATABASE_URL ne répond pas/,
    );
  });
});
