import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { startEmbeddedPostgres } from "#db/embedded.ts";

export interface TestServer {
  adminUrl: string;
  urlOf(database: string): string;
  create(database: string): Promise<void>;
  drop(database: string): Promise<void>;
  stop(): Promise<void>;
}

/** Names nobody else uses, so that dropping by name never hits a database that was there before. */
export function freshName(use: string): string {
  return `stage_test_${use}_${process.pid}_${randomBytes(4).toString("hex")}`;
}

export async function onServer<T>(adminUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function serverAt(
  urlOf: (database: string) => string,
  adminUrl: string,
  stop: () => Promise<void>,
): TestServer {
  return {
    adminUrl,
    urlOf,
    stop,
    create: (database) =>
      onServer(adminUrl, async (sql) => void (await sql`create database ${sql(database)}`)),
    drop: (database) =>
      onServer(
        adminUrl,
        async (sql) => void (await sql`drop database if exists ${sql(database)} with (force)`),
      ),
  };
}

/** Databases that killed runs left behind; only on our own server, and only when nobody else is on it. */
async function sweep(adminUrl: string): Promise<void> {
  await onServer(adminUrl, async (sql) => {
    const rows = await sql<{ name: string }[]>`
      select datname as name from pg_database where datname like 'stage\\_test\\_%'`;
    for (const { name } of rows) await sql`drop database if exists ${sql(name)} with (force)`;
  });
}

/** The server of `TEST_DATABASE_URL`, else an embedded one. `DATABASE_URL` is never looked at. */
export async function openTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const urlOf = (database: string) => {
      const url = new URL(given);
      url.pathname = `/${database}`;
      return url.href;
    };
    return serverAt(urlOf, given, () => Promise.resolve());
  }
  const embedded = await startEmbeddedPostgres({ name: "test", durable: false });
  const adminUrl = embedded.url("postgres");
  if (embedded.alone) await sweep(adminUrl);
  return serverAt(
    (database) => embedded.url(database),
    adminUrl,
    () => embedded.stop(),
  );
}
