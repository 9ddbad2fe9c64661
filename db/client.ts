import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { drizzle, PostgresJsSession, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import * as schema from "./schema/index.ts";
import { takeBackWaiting } from "./waiting-questions.ts";

export type Database = PostgresJsDatabase<typeof schema> & { $client: postgres.Sql };
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** Either: reads run on the pool or inside a transaction. */
export type Queryable = Database | Transaction;

export interface DatabaseHandle {
  db: Database;
  close(): Promise<void>;
}

/** How long somebody who waits for an answer is kept waiting, in milliseconds. */
export interface Patience {
  statement: number;
  lock: number;
  connection: number;
}
export const PATIENCE: Patience = { statement: 15_000, lock: 5_000, connection: 5_000 };

/** Jobs wait for one another rather than fail, and some write for a whole country. */
export const WORKER_PATIENCE: Patience = { statement: 600_000, lock: 60_000, connection: 60_000 };

interface PoolOptions {
  max?: number;
  /** Without it, questions take the time they need: imports, benches, sweeps. */
  patience?: Patience;
}

/** Opens a pool of `max` connections on the database at `url`. */
export function openDatabase(url: string, { max = 10, patience }: PoolOptions = {}): DatabaseHandle {
  const limits = patience
    ? {
        statement_timeout: patience.statement,
        lock_timeout: patience.lock,
        idle_in_transaction_session_timeout: 60_000,
      }
    : {};
  const waiting = patience ? takeBackWaiting(max, patience.connection) : null;
  const client = postgres(url, {
    max,
    onnotice: () => undefined,
    onclose: () => waiting?.forgetConnections(),
    connect_timeout: 10,
    connection: { application_name: "stage-de-seconde", TimeZone: "UTC", ...limits },
  });
  if (waiting) Object.assign(client, { unsafe: waiting.watch(client.unsafe) });
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
