import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsSession, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Either: reads run on the pool or inside a transaction. */
export type Queryable = Database | Transaction;

export interface DatabaseHandle {
  db: Database;
  close(): Promise<void>;
}

/** Opens a pool of `max` connections on the database at `url`. */
export function openDatabase(url: string, { max = 10 }: { max?: number } = {}): DatabaseHandle {
  const client = postgres(url, {
    max,
    onnotice: () => undefined,
    connection: { application_name: "stage-de-seconde", TimeZone: "UTC" },
  });
  return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) };
}

const dialect = new PgDialect();

/** The text of a constant statement or of a part of it, parameters spelt `$1`, `$2`. */
export function textOf(constant: SQL): string {
  return dialect.sqlToQuery(constant).sql;
}

/** Runs a constant statement that each connection plans once: drizzle has the server plan each of its own anew. */
export async function runPrepared<Row extends Record<string, unknown>>(
  on: Queryable,
  text: string,
  parameters: readonly (string | number | boolean | null)[],
): Promise<Row[]> {
  const { session } = on._;
  if (!isPostgresJs(session)) throw new Error("Not a session of postgres.js");
  return [...(await session.client.unsafe<Row[]>(text, [...parameters], { prepare: true }))];
}

function isPostgresJs(session: unknown): session is { client: postgres.Sql } {
  return session instanceof PostgresJsSession;
}
