import { and, eq } from "drizzle-orm";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { mailOptOuts, messages } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../../use-case.ts";
import { isTopic, type Topic } from "#app/domain/notifications/topics.ts";

type Unsubscribed = Result<{ topic: Topic }, { code: "not_found" }>;

/**
 * Stops the topic of a message for the address it was sent to, or takes that back. Whoever holds the message's signed link
 * may do it: representatives have no account. Done twice, it is done once.
 */
export function unsubscribe(
  { db, clock }: UseCaseContext,
  { messageId, undo = false }: { messageId: string; undo?: boolean },
): Promise<Unsubscribed> {
  return inTransaction(db, async (tx) => {
    const [message] = await tx
      .select({ address: messages.recipient, topic: messages.topic })
      .from(messages)
      .where(eq(messages.id, messageId));
    if (!message?.address || !isTopic(message.topic)) return err({ code: "not_found" });
    const { address, topic } = message;
    if (undo)
      await tx.delete(mailOptOuts).where(and(eq(mailOptOuts.address, address), eq(mailOptOuts.topic, topic)));
    else
      await tx.insert(mailOptOuts).values({ address, topic, optedOutAt: clock.now() }).onConflictDoNothing();
    return ok({ topic });
  });
}
