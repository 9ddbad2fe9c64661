import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { mailOptOuts, messages, persons } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import { isTopic, TOPICS, type Topic } from "#app/domain/notifications/topics.ts";

/** The topics that an address gets by e-mail: all of them until its owner says otherwise. */
export async function getMailPreferences(db: Queryable, address: string): Promise<Topic[]> {
  const refused = await db
    .select({ topic: mailOptOuts.topic })
    .from(mailOptOuts)
    .where(eq(mailOptOuts.address, address))
    .orderBy(mailOptOuts.topic)
    .limit(TOPICS.length);
  return TOPICS.filter((topic) => !refused.some((refusal) => refusal.topic === topic));
}

/** The actor's address with what it gets; null for an account without address. */
export async function getOwnMailPreferences({ db, actor }: Pick<ActorContext, "db" | "actor">) {
  const [owner] = await db
    .select({ address: persons.email })
    .from(persons)
    .where(eq(persons.id, actor.personId));
  if (!owner?.address) return null;
  return { address: owner.address, topics: await getMailPreferences(db, owner.address) };
}

export interface Unsubscription {
  topic: Topic;
  address: string;
  refused: boolean;
}

/** What the unsubscribe link of a message stops, and whether it has stopped; null when it has nothing to stop. */
export async function getUnsubscription(db: Queryable, messageId: string): Promise<Unsubscription | null> {
  const [message] = await db
    .select({ topic: messages.topic, recipient: messages.recipient, refused: mailOptOuts.topic })
    .from(messages)
    .leftJoin(
      mailOptOuts,
      and(sql`${mailOptOuts.address} = ${messages.recipient}::citext`, eq(mailOptOuts.topic, messages.topic)),
    )
    .where(and(eq(messages.id, messageId), eq(messages.channel, "email")));
  if (!message?.recipient || !isTopic(message.topic)) return null;
  return { topic: message.topic, address: message.recipient, refused: message.refused !== null };
}
