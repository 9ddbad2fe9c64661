import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import { favourites, hostOrganisations, hostSites, offers, offerSearch } from "#db/schema/index.ts";
import { listPeople, listPerson, type Recipient } from "./recipients.queries.server.ts";

export interface OfferFacts {
  id: string;
  title: string;
  hostName: string;
  town: string;
  /** Who wrote the offer; nobody when the account is gone. */
  author: Recipient[];
  /** Why a moderator has rejected it, while it is. */
  explanation: string | null;
  /** Pupils can ask for it now. */
  open: boolean;
}

/** What messages about an offer say. */
export async function getOfferFacts(db: Queryable, offerId: string): Promise<OfferFacts | null> {
  const [row] = await db
    .select({
      id: offers.id,
      title: offers.title,
      hostName: hostOrganisations.name,
      town: hostSites.town,
      explanation: sql<
        string | null
      >`case when ${offers.status} = 'rejected' then (select h.explanation from offer_holds h
        where h.offer_id = ${offers.id} order by h.held_at desc, h.id desc limit 1) end`,
      open: sql<boolean>`${offerSearch.offerId} is not null`,
      createdBy: offers.createdBy,
    })
    .from(offers)
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .leftJoin(offerSearch, eq(offerSearch.offerId, offers.id))
    .where(eq(offers.id, offerId));
  if (!row) return null;
  const { createdBy, title, ...offer } = row;
  return { ...offer, title: title ?? "", author: await listPerson(db, createdBy) };
}

/** Pupils who asked to hear when the offer opens again, and who neither ask for it already nor have a place for each week. */
export async function listWatchers(db: Queryable, offerId: string): Promise<Recipient[]> {
  const rows = await db
    .select({ pupilId: favourites.pupilId })
    .from(favourites)
    .where(
      and(
        eq(favourites.offerId, offerId),
        favourites.wantsAlert,
        sql`not exists (select 1 from applications a where a.pupil_id = ${favourites.pupilId}
          and a.offer_id = ${offerId}::uuid and (${sql.raw(isLive("a"))} or a.status = 'confirmed'))`,
        sql`(select count(*) from application_weeks w join offers o on o.campaign_id = w.campaign_id
          where o.id = ${offerId}::uuid and w.pupil_id = ${favourites.pupilId} and w.state = 'taken') < 2`,
      ),
    )
    .orderBy(favourites.pupilId);
  return listPeople(
    db,
    rows.map(({ pupilId }) => pupilId),
  );
}
