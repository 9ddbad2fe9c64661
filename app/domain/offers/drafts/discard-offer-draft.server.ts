import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { canManageOffer } from "#app/domain/offers/offers.policy.ts";
import { deleteDraft, findOffer } from "#app/domain/offers/offers.store.server.ts";

/** Throws away a draft that its author no longer wants; an offer that was published is never deleted. */
export async function discardOfferDraft(
  { db, actor }: ActorContext,
  input: { offerId: string },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const offer = await findOffer(tx, input.offerId, { lock: true });
    if (!offer || offer.status !== "draft" || !canManageOffer(actor, offer))
      return err({ code: "not_found" });
    await deleteDraft(tx, offer.id);
    return ok();
  });
}
