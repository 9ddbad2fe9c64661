import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "#db/client.ts";
import * as schema from "#db/schema/index.ts";

/** How PostgreSQL would run again each statement that `work` sends, in order. */
export async function plansOf(db: Database, work: (db: Database) => Promise<unknown>): Promise<string[]> {
  const sent: { query: string; params: unknown[] }[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void sent.push({ query, params }) };
  await work(drizzle(db.$client, { schema, logger }));
  const plans: string[] = [];
  for (const { query, params } of sent) {
    if (!/^\s*(?:select|with|insert|update|delete)\b/i.test(query)) continue;
    const lines = await db.$client.unsafe(`explain ${query}`, params as string[]);
    plans.push(lines.map((line) => String(line["QUERY PLAN"])).join("\n"));
  }
  return plans;
}
