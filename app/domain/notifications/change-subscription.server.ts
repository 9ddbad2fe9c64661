import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { UseCaseContext } from "../use-case.ts";
import { allowTopics, refuseTopics } from "./mail-opt-outs.store.server.ts";
import { getSubscription } from "./subscriptions.queries.server.ts";

/**
 * Whoever holds a message's link stops what is like it, or takes it again: the link is the proof, nobody signs in. Doing it
 * twice changes nothing.
 */
export function changeSubscription(
  { db, clock }: UseCaseContext,
  { messageId, wanted }: { messageId: string; wanted: boolean },
): Promise<Result<void, { code: "not_found" }>> {
  return inTransaction(db, async (tx): Promise<Result<void, { code: "not_found" }>> => {
    const subscription = await getSubscription(tx, messageId);
    if (!subscription) return err({ code: "not_found" });
    const { address, topic } = subscription;
    if (wanted) await allowTopics(tx, address, [topic]);
    else await refuseTopics(tx, address, [topic], clock.now());
    return ok();
  });
}
