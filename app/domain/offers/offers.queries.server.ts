import { and, asc, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { schoolsOf, type Actor } from "#app/domain/accounts/actor.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Queryable } from "#db/client.ts";
import { awaitingHost, takesOneMore } from "#db/conditions.ts";
import { hostOrganisations, hostSites, offers, offerSeats, schools, sectors } from "#db/schema/index.ts";
import type { Eligibility, OfferStatus, Seats } from "./offer.ts";
import { reservationAdmitsAsker } from "./reservation-admits.server.ts";

/** The attributes of the pupil's school that reserved offers look at; null for anyone but a pupil. */
export async function getEligibility(db: Queryable, actor: Actor | null): Promise<Eligibility | null> {
  const uai = actor && schoolsOf(actor, "pupil")[0];
  if (!uai) return null;
  const [school] = await db
    .select({
      schoolUai: schools.uai,
      priorityEducation: schools.priorityEducation,
      priorityDistrict: schools.priorityDistrict,
    })
    .from(schools)
    .where(eq(schools.uai, uai));
  return school ?? null;
}

export interface OfferDetail {
  id: string;
  campaignId: string;
  status: OfferStatus;
  title: string;
  description: string;
  activities: string | null;
  sectorCode: string;
  sectorLabel: string;
  acceptsBothWeeks: boolean;
  acceptsSingleWeek: boolean;
  hoursGrid: HoursGrid | null;
  lunch: string | null;
  accessNote: string | null;
  reserved: boolean;
  organisation: string;
  isPublic: boolean;
  town: string;
  postcode: string;
  latitude: number;
  longitude: number;
  approximate: boolean;
  /** As many applications wait for an answer as the host takes at once. */
  fullForNow: boolean;
  seats: Seats[];
}

export interface PausedOffer {
  campaignId: string;
  title: string;
  sectorCode: string | null;
  organisation: string;
  town: string;
  postcode: string;
  latitude: number;
  longitude: number;
}

const DETAIL = {
  id: offers.id,
  campaignId: offers.campaignId,
  status: offers.status,
  title: offers.title,
  description: offers.description,
  activities: offers.activities,
  sectorCode: sectors.code,
  sectorLabel: sectors.label,
  acceptsBothWeeks: offers.acceptsBothWeeks,
  acceptsSingleWeek: offers.acceptsSingleWeek,
  hoursGrid: offers.hoursGrid,
  lunch: offers.lunch,
  accessNote: offers.accessNote,
  reserved: sql<boolean>`${offers.reservedTo} is not null`,
  organisation: hostOrganisations.name,
  isPublic: hostOrganisations.isPublic,
  town: hostSites.town,
  postcode: hostSites.postcode,
  latitude: hostSites.latitude,
  longitude: hostSites.longitude,
  approximate: hostSites.approximate,
  fullForNow: sql<boolean>`not ${sql.raw(takesOneMore("offers"))}`,
};

/** Offers that this asker may see: published, and kept for nobody else. */
export function shownTo(asker: Eligibility | null): SQL {
  return sql`(${offers.status} = 'published' and ${reservationAdmitsAsker("offers", asker)})`;
}

/** A published offer that this asker is entitled to see, full or not; null for any other. */
export async function getOpenOffer(
  db: Queryable,
  offerId: string,
  asker: Eligibility | null,
): Promise<OfferDetail | null> {
  return readDetail(db, and(eq(offers.id, offerId), shownTo(asker)));
}

/** A published offer that its host has paused, for who could see it: enough to say so, and to look around it. */
export async function getPausedOffer(
  db: Queryable,
  offerId: string,
  asker: Eligibility | null,
): Promise<PausedOffer | null> {
  const [row] = await db
    .select({
      campaignId: offers.campaignId,
      title: sql<string>`coalesce(${offers.title}, '')`,
      sectorCode: offers.sectorCode,
      organisation: hostOrganisations.name,
      town: hostSites.town,
      postcode: hostSites.postcode,
      latitude: hostSites.latitude,
      longitude: hostSites.longitude,
    })
    .from(offers)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(and(eq(offers.id, offerId), eq(offers.status, "paused"), reservationAdmitsAsker("offers", asker)));
  return row ?? null;
}

/** An offer of one of these organisations, drafts aside, whatever its status. */
export async function getOfferOfHost(
  db: Queryable,
  offerId: string,
  organisationIds: string[],
): Promise<OfferDetail | null> {
  return organisationIds.length === 0
    ? null
    : readDetail(db, and(eq(offers.id, offerId), inArray(offers.organisationId, organisationIds)));
}

/** The organisation that reads the applications to an offer. */
export async function getHostOfOffer(db: Queryable, offerId: string): Promise<string | null> {
  const [row] = await db
    .select({ organisationId: offers.organisationId })
    .from(offers)
    .where(eq(offers.id, offerId));
  return row?.organisationId ?? null;
}

async function readDetail(db: Queryable, condition: ReturnType<typeof and>): Promise<OfferDetail | null> {
  const [row] = await db
    .select(DETAIL)
    .from(offers)
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .innerJoin(sectors, eq(sectors.code, offers.sectorCode))
    .where(condition);
  if (!row || row.title === null || row.description === null) return null;
  return {
    ...row,
    title: row.title,
    description: row.description,
    hoursGrid: row.hoursGrid,
    seats: await getSeats(db, row.id),
  };
}

export async function getSeats(db: Queryable, offerId: string): Promise<Seats[]> {
  const rows = await db
    .select({
      week: offerSeats.week,
      capacity: offerSeats.capacity,
      reserved: offerSeats.reserved,
      taken: offerSeats.taken,
    })
    .from(offerSeats)
    .where(eq(offerSeats.offerId, offerId))
    .orderBy(asc(offerSeats.week));
  return rows;
}

export interface HostOffer {
  id: string;
  title: string | null;
  status: OfferStatus;
  town: string | null;
  updatedAt: Date;
  seats: Pick<Seats, "week" | "capacity" | "reserved" | "taken">[];
  waiting: number;
}

const HOST_PAGE = 50;

/** The organisation's offers, latest first, with their seats and the applications that wait for an answer. */
export async function listOffersOfHost(
  db: Queryable,
  scope: { organisationIds: string[]; personId: string },
  page = 1,
): Promise<{ offers: HostOffer[]; hasMore: boolean }> {
  const rows = await db
    .select({
      id: offers.id,
      title: sql<string | null>`coalesce(${offers.title}, ${offers.draft}->>'title')`,
      status: offers.status,
      town: hostSites.town,
      updatedAt: offers.updatedAt,
      seats: sql<Seats[]>`coalesce((
        select json_agg(json_build_object('week', p.week, 'capacity', p.capacity, 'reserved', p.reserved, 'taken', p.taken) order by p.week)
        from offer_seats p where p.offer_id = ${offers.id}), '[]')`,
      waiting: sql<number>`${sql.raw(awaitingHost("offers"))}::int`,
    })
    .from(offers)
    .leftJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(
      scope.organisationIds.length > 0
        ? sql`(${inArray(offers.organisationId, scope.organisationIds)} or (${offers.status} = 'draft' and ${offers.createdBy} = ${scope.personId}))`
        : and(eq(offers.status, "draft"), eq(offers.createdBy, scope.personId)),
    )
    .orderBy(desc(offers.updatedAt), desc(offers.id))
    .limit(HOST_PAGE + 1)
    .offset((page - 1) * HOST_PAGE);
  return { offers: rows.slice(0, HOST_PAGE), hasMore: rows.length > HOST_PAGE };
}
