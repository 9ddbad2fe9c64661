import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { getEligibility, shownTo } from "#app/domain/offers/offers.queries.server.ts";
import type { Queryable } from "#db/client.ts";
import {
  applications,
  favourites,
  hostOrganisations,
  hostSites,
  offers,
  offerSearch,
} from "#db/schema/index.ts";
import { LIVE_STATUSES } from "#app/domain/applications/application.ts";
import { favouriteState, MAX_FAVOURITES, type Favourite } from "./favourite.ts";

const freeIn = (week: 1 | 2) =>
  sql<number>`coalesce((select p.capacity - p.reserved - p.taken from offer_seats p
    where p.offer_id = ${offers.id} and p.week = ${week}), 0)::int`;

/** The offers that the pupil keeps an eye on, the last added first, with what has become of each. */
export async function listFavourites(
  db: Queryable,
  actor: Actor,
  campaignId: string | null,
): Promise<Favourite[]> {
  const asker = await getEligibility(db, actor);
  const shown = campaignId
    ? sql<boolean>`(${offers.campaignId} = ${campaignId} and ${shownTo(asker)})`
    : sql<boolean>`false`;
  const rows = await db
    .select({
      offerId: favourites.offerId,
      title: sql<string>`coalesce(${offers.title}, '')`,
      organisation: hostOrganisations.name,
      town: hostSites.town,
      wantsAlert: favourites.wantsAlert,
      acceptsBothWeeks: offers.acceptsBothWeeks,
      acceptsSingleWeek: offers.acceptsSingleWeek,
      shown,
      open: sql<boolean>`${offerSearch.offerId} is not null`,
      free1: freeIn(1),
      free2: freeIn(2),
      applicationId: applications.id,
    })
    .from(favourites)
    .innerJoin(offers, eq(offers.id, favourites.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .leftJoin(offerSearch, eq(offerSearch.offerId, offers.id))
    .leftJoin(
      applications,
      and(
        eq(applications.offerId, offers.id),
        eq(applications.pupilId, favourites.pupilId),
        inArray(applications.status, [...LIVE_STATUSES, "confirmed"]),
      ),
    )
    .where(eq(favourites.pupilId, actor.personId))
    .orderBy(desc(favourites.addedAt), desc(favourites.offerId))
    .limit(MAX_FAVOURITES);
  return rows.map(({ offerId, title, organisation, town, wantsAlert, applicationId, ...offer }) => ({
    offerId,
    title,
    organisation,
    town,
    wantsAlert,
    applicationId,
    state: favouriteState({ ...offer, wantsAlert, free: { 1: offer.free1, 2: offer.free2 } }),
  }));
}

/** Whether the pupil keeps this offer, and asked to be told when it opens again. */
export async function getFavourite(
  db: Queryable,
  actor: Actor,
  offerId: string,
): Promise<{ wantsAlert: boolean } | null> {
  const [row] = await db
    .select({ wantsAlert: favourites.wantsAlert })
    .from(favourites)
    .where(and(eq(favourites.pupilId, actor.personId), eq(favourites.offerId, offerId)));
  return row ?? null;
}
