import { and, eq, sql } from "drizzle-orm";
import { isId } from "#app/kernel/ids.ts";
import type { Queryable } from "#db/client.ts";
import { mailOptOuts, messages, persons } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";
import { isTopic, TOPICS, type Topic } from "./topics.ts";

/** What the reader's address does not want by e-mail; null for someone who gave no address. */
export async function getRefusedTopics({
  db,
  actor,
}: Pick<ActorContext, "actor"> & { db: Queryable }): Promise<{ address: string; refused: Topic[] } | null> {
  const rows = await db
    .select({ address: persons.email, topic: mailOptOuts.topic })
    .from(persons)
    .leftJoin(mailOptOuts, eq(mailOptOuts.address, persons.email))
    .where(eq(persons.id, actor.personId));
  const address = rows[0]?.address;
  if (!address) return null;
  return { address, refused: TOPICS.filter((topic) => rows.some((row) => row.topic === topic)) };
}

/** What a message's link lets its recipient stop. */
export interface Subscription {
  topic: Topic;
  address: string;
  refused: boolean;
}

/** Null when the message is gone, has no address, or tells what cannot be refused. */
export async function getSubscription(db: Queryable, messageId: string): Promise<Subscription | null> {
  if (!isId(messageId)) return null;
  const [row] = await db
    .select({ topic: messages.topic, address: messages.recipient, refused: mailOptOuts.topic })
    .from(messages)
    .leftJoin(
      mailOptOuts,
      and(sql`${mailOptOuts.address} = ${messages.recipient}::citext`, eq(mailOptOuts.topic, messages.topic)),
    )
    .where(and(eq(messages.id, messageId), eq(messages.channel, "email")));
  if (!row?.address || !isTopic(row.topic)) return null;
  return { topic: row.topic, address: row.address, refused: row.refused !== null };
}
