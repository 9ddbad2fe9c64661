import { and, desc, eq, notInArray } from "drizzle-orm";
import { getEligibility, getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { viewedOffers } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "#app/domain/use-case.ts";

/** How many offers are remembered for a pupil: the last ones opened. */
export const MAX_VIEWED = 300;

/**
 * Remembers that the pupil has opened an offer they may see; opened again, it becomes the last one. Beyond the limit the
 * oldest are forgotten.
 */
export async function viewOffer(
  { db, clock, actor }: ActorContext,
  { offerId }: { offerId: string },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const pupilId = actor.personId;
    const viewedAt = clock.now();
    if (!(await getOpenOffer(tx, offerId, await getEligibility(tx, actor))))
      return err({ code: "not_found" });
    await tx
      .insert(viewedOffers)
      .values({ pupilId, offerId, viewedAt })
      .onConflictDoUpdate({ target: [viewedOffers.pupilId, viewedOffers.offerId], set: { viewedAt } });
    const kept = tx
      .select({ offerId: viewedOffers.offerId })
      .from(viewedOffers)
      .where(eq(viewedOffers.pupilId, pupilId))
      .orderBy(desc(viewedOffers.viewedAt), desc(viewedOffers.offerId))
      .limit(MAX_VIEWED);
    await tx
      .delete(viewedOffers)
      .where(and(eq(viewedOffers.pupilId, pupilId), notInArray(viewedOffers.offerId, kept)));
    return ok();
  });
}
