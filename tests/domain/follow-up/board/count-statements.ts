import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "#db/client.ts";
import * as schema from "#db/schema/index.ts";

/** How many statements this work asks the database for. */
export async function countStatements(db: Database, work: (counted: Database) => Promise<unknown>) {
  let count = 0;
  const logger = { logQuery: () => (count += 1) };
  await work(drizzle(db.$client, { schema, logger }));
  return count;
}
