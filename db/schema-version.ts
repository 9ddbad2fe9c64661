import fs from "node:fs";
import { sql } from "drizzle-orm";
import type { Queryable } from "./client.ts";

/** "behind": some of the migrations that come with this code are still to be run. */
export type SchemaState = "current" | "behind" | "empty";

interface Journal {
  entries: { when: number }[];
}

const journal = JSON.parse(
  fs.readFileSync(new URL("./migrations/meta/_journal.json", import.meta.url), "utf8"),
) as Journal;
const LAST_SHIPPED = Math.max(...journal.entries.map(({ when }) => when));

/** A schema that is ahead is current too: it is migrated first, while processes of the release before still serve. */
export async function readSchemaState(on: Queryable): Promise<SchemaState> {
  const [known] = await on.execute<{ migrated: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as migrated`,
  );
  if (!known?.migrated) return "empty";
  const [row] = await on.execute<{ last: string | null }>(
    sql`select max(created_at) as last from drizzle.__drizzle_migrations`,
  );
  if (!row?.last) return "empty";
  return Number(row.last) >= LAST_SHIPPED ? "current" : "behind";
}
