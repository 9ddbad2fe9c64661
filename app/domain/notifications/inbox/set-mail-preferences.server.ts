import { and, eq, inArray } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { mailOptOuts, persons } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { TOPICS, type Topic } from "#app/domain/notifications/topics.ts";

/** Keeps which topics the actor wants by e-mail; what is refused still comes in the notification centre. */
export function setMailPreferences(
  { db, clock, actor }: ActorContext,
  input: { topics: readonly Topic[] },
): Promise<Result<void, { code: "no_address" }>> {
  return inTransaction(db, async (tx) => {
    const [owner] = await tx
      .select({ address: persons.email })
      .from(persons)
      .where(eq(persons.id, actor.personId));
    const address = owner?.address;
    if (!address) return err({ code: "no_address" });
    const refused = TOPICS.filter((topic) => !input.topics.includes(topic));
    await tx
      .delete(mailOptOuts)
      .where(and(eq(mailOptOuts.address, address), inArray(mailOptOuts.topic, [...input.topics])));
    if (refused.length > 0)
      await tx
        .insert(mailOptOuts)
        .values(refused.map((topic) => ({ address, topic, optedOutAt: clock.now() })))
        .onConflictDoNothing();
    return ok();
  });
}
