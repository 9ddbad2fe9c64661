import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailOptOuts } from "#db/schema/index.ts";
import type { Topic } from "./topics.ts";

/** An address that already refuses a topic keeps the date of its first refusal. */
export async function refuseTopics(
  tx: Transaction,
  address: string,
  topics: readonly Topic[],
  now: Date,
): Promise<void> {
  if (topics.length === 0) return;
  await tx
    .insert(mailOptOuts)
    .values(topics.map((topic) => ({ address, topic, optedOutAt: now })))
    .onConflictDoNothing();
}

export async function allowTopics(tx: Transaction, address: string, topics: readonly Topic[]): Promise<void> {
  await tx
    .delete(mailOptOuts)
    .where(and(eq(mailOptOuts.address, address), inArray(mailOptOuts.topic, [...topics])));
}
