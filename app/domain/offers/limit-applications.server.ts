import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { reprojectOffers } from "./offer-projection.store.server.ts";
import type { LimitFailure } from "./offer.failures.ts";
import { canManageOffer } from "./offers.policy.ts";
import { findOffer, updateOffer } from "./offers.store.server.ts";
import { lockSeats } from "./seats.store.server.ts";

/**
 * The host says how many applications it answers at once, or that it sets no limit. Those already received stay; the
 * offer leaves the searches, or comes back, in the same transaction.
 */
export async function limitApplications(
  { db, clock, actor }: ActorContext,
  { offerId, max }: { offerId: string; max: number | null },
): Promise<Result<void, LimitFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const offer = await findOffer(tx, offerId, { lock: true });
    if (!offer || offer.status === "draft" || !canManageOffer(actor, offer))
      return err({ code: "not_found" });
    if (offer.status !== "published" && offer.status !== "paused")
      return err({ code: "not_possible", status: offer.status });
    await lockSeats(tx, [offerId]);
    await updateOffer(tx, offerId, { maxOpenApplications: max, updatedAt: now });
    await reprojectOffers(tx, [offerId], now);
    return ok();
  });
}
