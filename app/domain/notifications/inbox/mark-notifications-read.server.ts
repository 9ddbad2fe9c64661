import { and, eq, isNull, lte } from "drizzle-orm";
import { ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { messages } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";

/** Either one message, or all those that the reader could see at an instant: one that comes meanwhile stays unread. */
export type ReadNotifications = { messageId: string } | { until: Date };

/** Marks as read what belongs to the reader; what is read already keeps its first date. */
export function markNotificationsRead(
  { db, clock, actor }: ActorContext,
  input: ReadNotifications,
): Promise<Result<void, never>> {
  const which =
    "messageId" in input ? eq(messages.id, input.messageId) : lte(messages.createdAt, input.until);
  return inTransaction(db, async (tx) => {
    await tx
      .update(messages)
      .set({ readAt: clock.now() })
      .where(and(eq(messages.personId, actor.personId), isNull(messages.readAt), which));
    return ok();
  });
}
