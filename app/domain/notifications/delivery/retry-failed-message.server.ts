import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { isChannel } from "#app/domain/outbox/channels.ts";
import { requestDelivery } from "#app/domain/outbox/request-delivery.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { messages } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { nextKey } from "./next-key.ts";
import type { ActorContext } from "../../use-case.ts";

export type RetryFailure = { code: "not_found" } | { code: "not_failed"; status: string };

/**
 * An administrator sends a message that was given up. It leaves under a new key, as a new mail for the provider: whether the
 * first one may have arrived is for a person to judge. What was tried before stays counted.
 */
export async function retryFailedMessage(
  { db, clock, actor, origin }: ActorContext,
  { messageId }: { messageId: string },
): Promise<Result<void, RetryFailure>> {
  if (!hasRole(actor, "admin") || !isId(messageId)) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    const [message] = await tx.select().from(messages).where(eq(messages.id, messageId)).for("update");
    if (!message || !isChannel(message.channel)) return err({ code: "not_found" });
    if (message.status !== "failed") return err({ code: "not_failed", status: message.status });
    await tx
      .update(messages)
      .set({
        status: "pending",
        idempotencyKey: nextKey(message.idempotencyKey),
        dismissedAt: null,
        dismissedBy: null,
        batchId: null,
        firstAttemptAt: null,
        nextAttemptAt: null,
        providerId: null,
        providerStatus: null,
        providerStatusAt: null,
      })
      .where(eq(messages.id, messageId));
    await requestDelivery(tx, [message.channel]);
    const sent = {
      action: "message.sent_again",
      as: "admin",
      on: { kind: "message", id: messageId },
    } as const;
    await appendAudit(tx, { actor, origin }, sent, clock.now());
    return ok();
  });
}
