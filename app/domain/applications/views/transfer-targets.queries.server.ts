import { and, asc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { choiceOf, openPeriods } from "#app/domain/offers/offer.ts";
import { getEligibility, shownTo } from "#app/domain/offers/offers.queries.server.ts";
import type { Queryable } from "#db/client.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { greatCircleKm, type GeoPoint } from "#app/kernel/geo.ts";
import { applications, hostSites, offers, offerSearch, schools } from "#db/schema/index.ts";
import { LIVE_STATUSES } from "#app/domain/applications/application.ts";
import { findApplication } from "#app/domain/applications/applications.store.server.ts";
import type { TransferTarget } from "./host-application.ts";

const MAX_LISTED = 50;

/** The offers of the same organisation that could take this application. The caller has checked that it is the host's. */
export async function listTransferTargets(
  db: Queryable,
  applicationId: string,
  now: Date,
): Promise<TransferTarget[]> {
  const application = await findApplication(db, applicationId);
  const pupil = application && (await findActor(db, application.pupilId, now));
  const school = pupil && (await getEligibility(db, pupil));
  if (!application || !school) return [];
  const rows = await db
    .select({
      id: offers.id,
      title: sql<string>`coalesce(${offers.title}, '')`,
      town: hostSites.town,
      department: offerSearch.departmentCode,
      latitude: hostSites.latitude,
      longitude: hostSites.longitude,
      freeWeek1: offerSearch.freeWeek1,
      freeWeek2: offerSearch.freeWeek2,
      acceptsBothWeeks: offerSearch.acceptsBothWeeks,
      acceptsSingleWeek: offerSearch.acceptsSingleWeek,
    })
    .from(offerSearch)
    .innerJoin(offers, eq(offers.id, offerSearch.offerId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(
      and(
        eq(offers.organisationId, application.organisationId),
        eq(offers.campaignId, application.campaignId),
        ne(offers.id, application.offerId),
        shownTo(school),
        notInArray(
          offers.id,
          db
            .select({ id: applications.offerId })
            .from(applications)
            .where(
              and(
                eq(applications.pupilId, application.pupilId),
                inArray(applications.status, [...LIVE_STATUSES, "confirmed"]),
              ),
            ),
        ),
      ),
    )
    .orderBy(asc(offers.title), asc(offers.id))
    .limit(MAX_LISTED);
  const choice = choiceOf(application.weeks);
  const from = await findSchoolPoint(db, school.schoolUai);
  return rows
    .filter((row) => openPeriods(row, { 1: row.freeWeek1, 2: row.freeWeek2 }).includes(choice))
    .map(({ id, title, town, department, latitude, longitude }) => ({
      id,
      title,
      town,
      department,
      distanceKm: from && greatCircleKm(from, { latitude, longitude }),
    }))
    .sort((a, b) => (a.distanceKm ?? 0) - (b.distanceKm ?? 0));
}

/** How far an offer is from the pupil's school; null where the school has no point. */
export async function distanceFromSchool(
  db: Queryable,
  pupil: Actor,
  offerId: string,
): Promise<number | null> {
  const school = await getEligibility(db, pupil);
  const from = school && (await findSchoolPoint(db, school.schoolUai));
  const [site] = await db
    .select({ latitude: hostSites.latitude, longitude: hostSites.longitude })
    .from(offers)
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(eq(offers.id, offerId));
  return from && site ? greatCircleKm(from, site) : null;
}

async function findSchoolPoint(db: Queryable, uai: string): Promise<GeoPoint | null> {
  const [row] = await db
    .select({ latitude: schools.latitude, longitude: schools.longitude })
    .from(schools)
    .where(eq(schools.uai, uai));
  if (!row || row.latitude === null || row.longitude === null) return null;
  return { latitude: row.latitude, longitude: row.longitude };
}
