import { count, eq } from "drizzle-orm";
import { getEligibility, getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { favourites } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { lockPupil } from "#app/domain/applications/applications.store.server.ts";
import { MAX_FAVOURITES, type KeepFavouriteFailure } from "./favourite.ts";

/**
 * Keeps an eye on an offer that the pupil may see, or changes whether they want to be told when it opens again. The limit is
 * judged under the pupil's lock; keeping an offer twice changes nothing else.
 */
export async function keepFavourite(
  { db, clock, actor }: ActorContext,
  { offerId, wantsAlert }: { offerId: string; wantsAlert: boolean },
): Promise<Result<void, KeepFavouriteFailure>> {
  return inTransaction(db, async (tx) => {
    const pupilId = actor.personId;
    await lockPupil(tx, pupilId);
    if (!(await getOpenOffer(tx, offerId, await getEligibility(tx, actor))))
      return err({ code: "not_found" });
    await tx
      .insert(favourites)
      .values({ pupilId, offerId, wantsAlert, addedAt: clock.now() })
      .onConflictDoUpdate({ target: [favourites.pupilId, favourites.offerId], set: { wantsAlert } });
    const [kept] = await tx
      .select({ total: count() })
      .from(favourites)
      .where(eq(favourites.pupilId, pupilId));
    return kept && kept.total > MAX_FAVOURITES
      ? err({ code: "too_many_favourites", max: MAX_FAVOURITES })
      : ok();
  });
}
