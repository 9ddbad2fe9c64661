import { afterAll, beforeAll, inject } from "vitest";
import { openDatabase, type Database, type DatabaseHandle } from "#db/client.ts";
import { freshName, onServer } from "./test-server.ts";

export interface TestDatabase {
  readonly url: string;
  readonly db: Database;
  /** One more pool on the same database, closed at the end: for tests that race. */
  openPool(max: number): Database;
}

/** The server of the project `database`; the project `unit` starts none. */
export function serverOfTests(): { adminUrl: string; templateName: string } {
  const adminUrl: string | undefined = inject("adminUrl");
  if (adminUrl === undefined)
    throw new Error(
      "A test of the project `unit` asks for the database: see vitest.config.ts, and take `.unit` out of its name or move it.",
    );
  return { adminUrl, templateName: inject("templateName") };
}

export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const { adminUrl, templateName } = serverOfTests();
  const name = freshName("file");
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await onServer(adminUrl, async (sql) => {
    await sql`create database ${sql(name)} template ${sql(templateName)}`;
  });
  const drop = () =>
    onServer(adminUrl, async (sql) => void (await sql`drop database if exists ${sql(name)} with (force)`));
  return { url: url.href, drop };
}

/** With nothing in it: what a person gives who creates one for the demonstration, or for production. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const database = await createTestDatabase();
  await onServer(database.url, async (sql) => {
    await sql`drop schema if exists public, drizzle, graphile_worker cascade`;
    await sql`create schema public`;
  });
  return database;
}

/**
 * Call at the top of a test file: a fresh copy of the migrated database for that file, dropped after it.
 * `db` and `url` may be read once tests or hooks run.
 */
export function testDatabase(): TestDatabase {
  let created: Awaited<ReturnType<typeof createTestDatabase>> | undefined;
  let main: DatabaseHandle | undefined;
  const pools: DatabaseHandle[] = [];

  beforeAll(async () => {
    created = await createTestDatabase();
    main = openDatabase(created.url);
  });
  afterAll(async () => {
    await Promise.all([...(main ? [main] : []), ...pools].map((handle) => handle.close()));
    await created?.drop();
  });

  const ready = <T>(value: T | undefined): T => {
    if (value === undefined)
      throw new Error("The test database is not open yet: read it in a test or a hook.");
    return value;
  };
  return {
    get url() {
      return ready(created).url;
    },
    get db() {
      return ready(main).db;
    },
    openPool(max) {
      const handle = openDatabase(ready(created).url, { max });
      pools.push(handle);
      return handle.db;
    },
  };
}
