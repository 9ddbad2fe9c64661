import { and, eq } from "drizzle-orm";
import { favourites } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";

/** Stops keeping an eye on an offer; one that is not kept stays so. */
export async function removeFavourite(
  { db, actor }: ActorContext,
  { offerId }: { offerId: string },
): Promise<void> {
  await db
    .delete(favourites)
    .where(and(eq(favourites.pupilId, actor.personId), eq(favourites.offerId, offerId)));
}
