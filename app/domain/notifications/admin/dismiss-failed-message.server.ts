import { and, eq, isNull } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
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
  { db, clock, actor, origin }: ActorContext,
  { messageId }: { messageId: string },
): Promise<Result<void, { code: "not_found" }>> {
  return inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "not_found" });
    const dismissed = await tx
      .update(messages)
      .set({ dismissedAt: clock.now(), dismissedBy: actor.personId })
      .where(and(eq(messages.id, messageId), eq(messages.status, "failed"), isNull(messages.dismissedAt)))
      .returning({ id: messages.id });
    if (dismissed.length === 0) return err({ code: "not_found" });
    const left = {
      action: "message.left_unsent",
      as: "admin",
      on: { kind: "message", id: messageId },
    } as const;
    await appendAudit(tx, { actor, origin }, left, clock.now());
    return ok();
  });
}
