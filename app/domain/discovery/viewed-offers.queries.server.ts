import { and, count, eq, inArray } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";
import { favourites, viewedOffers } from "#db/schema/index.ts";

/** What a pupil has done with the offers of a list, by id. */
export interface OfferMarks {
  favourites: string[];
  viewed: string[];
}

/** Which of these offers (a page of them) the pupil keeps, and which they have opened. */
export async function listOfferMarks(
  db: Queryable,
  { personId }: Actor,
  offerIds: readonly string[],
): Promise<OfferMarks> {
  if (offerIds.length === 0) return { favourites: [], viewed: [] };
  const [kept, opened] = await Promise.all([
    db
      .select({ id: favourites.offerId })
      .from(favourites)
      .where(and(eq(favourites.pupilId, personId), inArray(favourites.offerId, [...offerIds]))),
    db
      .select({ id: viewedOffers.offerId })
      .from(viewedOffers)
      .where(and(eq(viewedOffers.pupilId, personId), inArray(viewedOffers.offerId, [...offerIds]))),
  ]);
  return { favourites: kept.map(({ id }) => id), viewed: opened.map(({ id }) => id) };
}

/** How many offers are remembered as opened by this pupil. */
export async function countViewedOffers(db: Queryable, { personId }: Actor): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(viewedOffers)
    .where(eq(viewedOffers.pupilId, personId));
  return row?.total ?? 0;
}
