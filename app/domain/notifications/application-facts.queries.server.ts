import { and, asc, desc, eq } from "drizzle-orm";
import {
  DECLINE_REASONS,
  type ApplicationStatus,
  type DeclineReason,
} from "#app/domain/applications/application.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import type { Queryable } from "#db/client.ts";
import {
  applications,
  applicationWeeks,
  campaigns,
  classGroups,
  classMembers,
  hostOrganisations,
  hostSites,
  internshipWeeks,
  offers,
  persons,
  schools,
  stateChanges,
} from "#db/schema/index.ts";
import { listPerson, type Recipient } from "./recipients.queries.server.ts";

/** Days from the first to the last, both included. */
export interface Period {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** What messages about an application may tell. Of the pupil: the first name and the school's town. */
export interface ApplicationFacts {
  id: string;
  status: ApplicationStatus;
  deadlineAt: Date | null;
  pupil: Recipient[];
  pupilFirstName: string;
  pupilId: string;
  school: { town: string; point: GeoPoint | null } | null;
  offerId: string;
  offerTitle: string;
  organisationId: string;
  hostName: string;
  place: { addressLine: string; postcode: string; town: string };
  period: Period | null;
  hours: HoursGrid | null;
  lunch: string | null;
  accessNote: string | null;
  supervisorName: string | null;
  declineReason: DeclineReason | null;
}

export async function getApplicationFacts(
  db: Queryable,
  applicationId: string,
): Promise<ApplicationFacts | null> {
  const [row] = await db
    .select({
      application: applications,
      offer: offers,
      organisation: { id: hostOrganisations.id, name: hostOrganisations.name },
      place: { addressLine: hostSites.addressLine, postcode: hostSites.postcode, town: hostSites.town },
      pupilFirstName: persons.firstName,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .innerJoin(persons, eq(persons.id, applications.pupilId))
    .where(eq(applications.id, applicationId));
  if (!row) return null;
  const { application, offer, organisation, place, pupilFirstName } = row;
  return {
    id: applicationId,
    status: application.status,
    deadlineAt: application.deadlineAt,
    pupil: await listPerson(db, application.pupilId),
    pupilFirstName,
    pupilId: application.pupilId,
    school: await findSchool(db, application.pupilId, application.campaignId),
    offerId: offer.id,
    offerTitle: offer.title ?? "",
    organisationId: organisation.id,
    hostName: organisation.name,
    place,
    period: await findPeriod(db, applicationId),
    hours: offer.hoursGrid === null ? null : hoursGridSchema.parse(offer.hoursGrid),
    lunch: offer.lunch,
    accessNote: offer.accessNote,
    supervisorName: offer.supervisorName,
    declineReason: await findDeclineReason(db, applicationId),
  };
}

async function findDeclineReason(db: Queryable, applicationId: string): Promise<DeclineReason | null> {
  const [change] = await db
    .select({ reason: stateChanges.reason })
    .from(stateChanges)
    .where(and(eq(stateChanges.applicationId, applicationId), eq(stateChanges.toStatus, "declined")))
    .orderBy(desc(stateChanges.changedAt))
    .limit(1);
  return DECLINE_REASONS.find((reason) => reason === change?.reason) ?? null;
}

async function findSchool(db: Queryable, pupilId: string, campaignId: string) {
  const [school] = await db
    .select({ town: schools.town, latitude: schools.latitude, longitude: schools.longitude })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(campaigns, eq(campaigns.schoolYear, classGroups.schoolYear))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .where(
      and(eq(classMembers.personId, pupilId), eq(classMembers.role, "pupil"), eq(campaigns.id, campaignId)),
    )
    .orderBy(desc(classMembers.joinedAt))
    .limit(1);
  if (!school) return null;
  const { town, latitude, longitude } = school;
  return { town, point: latitude === null || longitude === null ? null : { latitude, longitude } };
}

/** The weeks of an application; two weeks follow each other and read as one period. */
async function findPeriod(db: Queryable, applicationId: string): Promise<Period | null> {
  const weeks = await db
    .select({ startsOn: internshipWeeks.startsOn, endsOn: internshipWeeks.endsOn })
    .from(applicationWeeks)
    .innerJoin(
      internshipWeeks,
      and(
        eq(internshipWeeks.campaignId, applicationWeeks.campaignId),
        eq(internshipWeeks.week, applicationWeeks.week),
      ),
    )
    .where(eq(applicationWeeks.applicationId, applicationId))
    .orderBy(asc(internshipWeeks.week));
  const [first] = weeks;
  const last = weeks.at(-1);
  return first && last ? { startsOn: first.startsOn, endsOn: last.endsOn } : null;
}
