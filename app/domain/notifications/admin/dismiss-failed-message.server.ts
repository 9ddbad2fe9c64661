import { and, eq, isNull } from "drizzle-orm";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { messages } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";

/**
 * An administrator leaves a failed message unsent: it no longer asks for a decision, and says who decided. Its reader still
 * finds it in the notification centre.
 */
export function dismissFailedMessage(
  { db, clock, actor }: ActorContext,
  { messageId }: { messageId: string },
): Promise<Result<void, { code: "not_found" }>> {
  return inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "not_found" });
    const dismissed = await tx
      .update(messages)
      .set({ dismissedAt: clock.now(), dismissedBy: actor.personId })
      .where(and(eq(messages.id, messageId), eq(messages.status, "failed"), isNull(messages.dismissedAt)))
      .returning({ id: messages.id });
    return dismissed.length > 0 ? ok() : err({ code: "not_found" });
  });
}
