import { teachesClass } from "#app/domain/accounts/affiliation-in-force.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { and, asc, desc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import { LIVE_STATUSES } from "#app/domain/applications/application.ts";
import { listApplicationChanges } from "#app/domain/applications/views/application-changes.queries.server.ts";
import type { Campaign, WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { schoolContact } from "#app/domain/schools/profile/school-contact.server.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import type { Queryable } from "#db/client.ts";
import {
  agreements,
  applications,
  applicationWeeks,
  campaigns,
  classGroups,
  classMembers,
  hostOrganisations,
  hostSites,
  offers,
  persons,
  schoolProfiles,
  schools,
  stateChanges,
} from "#db/schema/index.ts";
import type {
  FollowedApplication,
  FollowedApplicationDetail,
  FollowUp,
  Guardian,
  SchoolContact,
} from "./guardian-follow-up.ts";

/** More than a pupil can have at once: what is left out is over, and old. */
const MOST_LISTED = 40;

/** All that the page of one link tells: of this pupil, in the campaign of their class, drafts left out; null without a class. */
export async function getFollowUp(db: Queryable, { pupilId }: Guardian, now: Date): Promise<FollowUp | null> {
  const place = await findClass(db, pupilId);
  const campaign = place && (await getCampaign(db, place.campaignId));
  if (!campaign) return null;
  const { startsOn, endsOn, weeks } = campaign;
  const found = await readApplications(db, pupilId, eq(applications.campaignId, campaign.id));
  return {
    period: { startsOn, endsOn, weeks },
    school: await getSchoolContact(db, place, now),
    applications: found.slice(0, MOST_LISTED),
    more: found.length > MOST_LISTED,
  };
}

/** One application of the pupil with its campaign and the school to call; null for a draft or another pupil's. */
export async function getFollowedApplication(
  db: Queryable,
  { pupilId }: Guardian,
  applicationId: string,
  now: Date,
): Promise<{
  application: FollowedApplicationDetail;
  campaign: Campaign;
  school: SchoolContact | null;
} | null> {
  const [application] = await readApplications(db, pupilId, eq(applications.id, applicationId));
  const [row] = application
    ? await db
        .select({ campaignId: applications.campaignId })
        .from(applications)
        .where(eq(applications.id, application.id))
    : [];
  const campaign = row && (await getCampaign(db, row.campaignId));
  if (!application || !campaign) return null;
  const place = await findClass(db, pupilId);
  const changes = await listApplicationChanges(db, application.id);
  return {
    application: { ...application, changes },
    campaign,
    school: place && (await getSchoolContact(db, place, now)),
  };
}

/** What the pupil wrote; the caller has checked that the letters are open to this representative. */
export async function getLetter(
  db: Queryable,
  { pupilId }: Guardian,
  applicationId: string,
): Promise<string | null> {
  const [row] = await db
    .select({ letter: applications.motivation })
    .from(applications)
    .where(
      and(
        eq(applications.id, applicationId),
        eq(applications.pupilId, pupilId),
        ne(applications.status, "draft"),
      ),
    );
  return row?.letter ?? null;
}

async function readApplications(
  db: Queryable,
  pupilId: string,
  condition: SQL,
): Promise<FollowedApplication[]> {
  const rows = await db
    .select({
      id: applications.id,
      title: sql<string>`coalesce(${offers.title}, '')`,
      organisation: hostOrganisations.name,
      town: hostSites.town,
      status: applications.status,
      weeks: sql<WeekNumber[]>`array(select w.week::int from application_weeks w
        where w.application_id = ${applications.id} order by w.week)`,
      deadlineAt: applications.deadlineAt,
      updatedAt: applications.updatedAt,
      hoursGrid: offers.hoursGrid,
      lunch: offers.lunch,
      accessNote: offers.accessNote,
      meetingPoint: {
        addressLine: hostSites.addressLine,
        postcode: hostSites.postcode,
        supervisorName: offers.supervisorName,
      },
      agreementStatus: agreements.status,
      objected: sql<boolean>`${applications.status} = 'withdrawn' and 'guardian' = (select ${stateChanges.actorRole} from ${stateChanges}
        where ${stateChanges.applicationId} = ${applications.id} order by ${stateChanges.changedAt} desc, ${stateChanges.id} desc limit 1)`,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .leftJoin(
      agreements,
      and(eq(agreements.applicationId, applications.id), ne(agreements.status, "cancelled")),
    )
    .where(and(eq(applications.pupilId, pupilId), ne(applications.status, "draft"), condition))
    .orderBy(
      sql`${inArray(applications.status, ["confirmed", ...LIVE_STATUSES])} desc`,
      // Confirmed stays in the order in which they are lived.
      sql`${applications.status} = 'confirmed' desc`,
      sql`case when ${applications.status} = 'confirmed' then (select min(${applicationWeeks.week}) from ${applicationWeeks}
        where ${applicationWeeks.applicationId} = ${applications.id}) end`,
      desc(applications.updatedAt),
      desc(applications.id),
    )
    .limit(MOST_LISTED + 1);
  return rows.map(({ agreementStatus, hoursGrid, meetingPoint, ...row }) => ({
    ...row,
    hoursGrid: hoursGrid === null ? null : hoursGridSchema.parse(hoursGrid),
    meetingPoint: row.status === "confirmed" ? meetingPoint : null,
    agreement: agreementStatus && { status: agreementStatus },
  }));
}

/** The pupil's class, the last one when there were several, and its campaign. */
async function findClass(db: Queryable, pupilId: string) {
  const [row] = await db
    .select({ id: classGroups.id, schoolUai: classGroups.schoolUai, campaignId: campaigns.id })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(campaigns, eq(campaigns.schoolYear, classGroups.schoolYear))
    .where(and(eq(classMembers.personId, pupilId), eq(classMembers.role, "pupil")))
    .orderBy(desc(campaigns.startsOn), desc(classMembers.joinedAt))
    .limit(1);
  return row ?? null;
}

async function getSchoolContact(
  db: Queryable,
  place: { id: string; schoolUai: string },
  now: Date,
): Promise<SchoolContact> {
  const [school] = await db
    .select({ name: schools.name, phone: schoolContact.phone, email: schoolContact.email })
    .from(schools)
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(eq(schools.uai, place.schoolUai));
  const teachers = await db
    .selectDistinct({ firstName: persons.firstName, lastName: persons.lastName })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(eq(classMembers.classGroupId, place.id), teachesClass(parisDate(now))))
    .orderBy(asc(persons.lastName), asc(persons.firstName))
    .limit(5);
  const { name = "", phone = null, email = null } = school ?? {};
  return { name, phone, email, teachers: teachers.map((one) => `${one.firstName} ${one.lastName}`) };
}
