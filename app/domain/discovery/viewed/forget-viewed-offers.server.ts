import { eq } from "drizzle-orm";
import { viewedOffers } from "#db/schema/index.ts";
import type { ActorContext } from "#app/domain/use-case.ts";

/** Forgets every offer that the pupil has opened: lists no longer tell them, suggestions no longer read them. */
export async function forgetViewedOffers({ db, actor }: ActorContext): Promise<void> {
  await db.delete(viewedOffers).where(eq(viewedOffers.pupilId, actor.personId));
}
