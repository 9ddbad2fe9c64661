import { and, asc, count, eq, inArray } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";
import { applications, favourites, viewedOffers } from "#db/schema/index.ts";
import type { OfferMarks } from "#app/domain/discovery/viewed/offer-marks.ts";

/** Which of these offers (a page of them) the pupil keeps, has opened, and has applied to or begun a letter for. */
export async function listOfferMarks(
  db: Queryable,
  { personId }: Actor,
  offerIds: readonly string[],
): Promise<OfferMarks> {
  if (offerIds.length === 0) return { favourites: [], viewed: [], applied: {} };
  const [kept, opened, tried] = await Promise.all([
    db
      .select({ id: favourites.offerId })
      .from(favourites)
      .where(and(eq(favourites.pupilId, personId), inArray(favourites.offerId, [...offerIds]))),
    db
      .select({ id: viewedOffers.offerId })
      .from(viewedOffers)
      .where(and(eq(viewedOffers.pupilId, personId), inArray(viewedOffers.offerId, [...offerIds]))),
    db
      .select({ id: applications.offerId, status: applications.status })
      .from(applications)
      .where(and(eq(applications.pupilId, personId), inArray(applications.offerId, [...offerIds])))
      .orderBy(asc(applications.createdAt)),
  ]);
  return {
    favourites: kept.map(({ id }) => id),
    viewed: opened.map(({ id }) => id),
    applied: Object.fromEntries(tried.map(({ id, status }) => [id, status])),
  };
}

/** How many offers are remembered as opened by this pupil. */
export async function countViewedOffers(db: Queryable, { personId }: Actor): Promise<number> {
  const [row] = await db
    .select({ total: count() })
    .from(viewedOffers)
    .where(eq(viewedOffers.pupilId, personId));
  return row?.total ?? 0;
}
