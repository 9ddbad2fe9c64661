import { and, asc, count, desc, eq, inArray, ne, sql, type SQL } from "drizzle-orm";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Queryable } from "#db/client.ts";
import { awaitsHost } from "#db/conditions.ts";
import { heldWeeks } from "#app/domain/holds/holds.store.server.ts";
import { freeByWeek } from "#app/domain/offers/offer.ts";
import { schoolContact } from "#app/domain/schools/profile/school-contact.server.ts";
import { getSeats } from "#app/domain/offers/offers.queries.server.ts";
import {
  affiliations,
  agreements,
  applications,
  applicationWeeks,
  campaigns,
  classGroups,
  classMembers,
  offers,
  persons,
  schoolProfiles,
  schools,
} from "#db/schema/index.ts";
import { organisationsOf, type Actor } from "../../accounts/actor.ts";
import { listNamedChanges } from "./application-changes.queries.server.ts";
import {
  HOST_FILTERS,
  type HostApplication,
  type HostApplicationDetail,
  type HostFilter,
  type PupilIdentity,
} from "./host-application.ts";

const PAGE_SIZE = 20;
const AWAITS_HOST = sql.raw(awaitsHost("applications"));

/** The town of the pupil's school: all that a host learns of it before it accepts. */
const schoolTown = sql<string | null>`(
  select ${schools.town} from ${affiliations} join ${schools} on ${schools.uai} = ${affiliations.schoolUai}
  where ${affiliations.personId} = ${applications.pupilId} and ${affiliations.role} = 'pupil'
  order by ${affiliations.validFrom} desc limit 1)`;
const weeks = sql<WeekNumber[]>`(
  select array_agg(${applicationWeeks.week} order by ${applicationWeeks.week}) from ${applicationWeeks}
  where ${applicationWeeks.applicationId} = ${applications.id})`;

/** Columns that a host may read of any application it received: no name before acceptance, no address, no phone. */
const ANONYMOUS = {
  id: applications.id,
  status: applications.status,
  firstName: persons.firstName,
  /** The condition on the status stands in the query itself. */
  lastName: sql<
    string | null
  >`case when ${inArray(applications.status, ["accepted", "confirmed"])} then ${persons.lastName} end`,
  schoolTown,
  offerId: offers.id,
  offerTitle: sql<string>`coalesce(${offers.title}, '')`,
  weeks,
  submittedAt: applications.submittedAt,
  deadlineAt: applications.deadlineAt,
};

function receivedBy(actor: Actor): SQL {
  const organisations = organisationsOf(actor);
  return organisations.length === 0
    ? sql`false`
    : sql`(${inArray(offers.organisationId, organisations)} and ${applications.status} <> 'draft')`;
}

/** The applications received by the actor's organisations: those that wait for an answer first, the most urgent at the top. */
export async function listApplicationsForHost(
  db: Queryable,
  actor: Actor,
  { filter = null, offerId, page = 1 }: { filter?: HostFilter | null; offerId?: string; page?: number },
): Promise<{ applications: HostApplication[]; hasMore: boolean }> {
  const rows = await db
    .select(ANONYMOUS)
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(persons, eq(persons.id, applications.pupilId))
    .where(
      and(
        receivedBy(actor),
        filter ? inArray(applications.status, [...HOST_FILTERS[filter]]) : undefined,
        offerId ? eq(applications.offerId, offerId) : undefined,
      ),
    )
    .orderBy(
      desc(AWAITS_HOST),
      asc(sql`case when ${AWAITS_HOST} then ${applications.deadlineAt} end`),
      desc(applications.updatedAt),
      asc(applications.id),
    )
    .limit(PAGE_SIZE + 1)
    .offset((page - 1) * PAGE_SIZE);
  return { applications: rows.slice(0, PAGE_SIZE).map(toHostApplication), hasMore: rows.length > PAGE_SIZE };
}

/** How many applications stand under each filter. */
export async function countApplicationsForHost(
  db: Queryable,
  actor: Actor,
): Promise<Record<HostFilter, number>> {
  const rows = await db
    .select({ status: applications.status, total: count() })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .where(receivedBy(actor))
    .groupBy(applications.status);
  const total = (filter: HostFilter) =>
    rows
      .filter(({ status }) => (HOST_FILTERS[filter] as readonly string[]).includes(status))
      .reduce((sum, row) => sum + row.total, 0);
  return {
    "a-repondre": total("a-repondre"),
    acceptees: total("acceptees"),
    confirmees: total("confirmees"),
    closes: total("closes"),
  };
}

/** One application that the actor's organisations received, or null for anyone else's. */
export async function getApplicationForHost(
  db: Queryable,
  actor: Actor,
  applicationId: string,
): Promise<HostApplicationDetail | null> {
  const [row] = await db
    .select({
      ...ANONYMOUS,
      pupilId: applications.pupilId,
      campaignId: applications.campaignId,
      motivation: applications.motivation,
      agreementId: agreements.id,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(persons, eq(persons.id, applications.pupilId))
    .leftJoin(
      agreements,
      and(eq(agreements.applicationId, applications.id), ne(agreements.status, "cancelled")),
    )
    .where(and(receivedBy(actor), eq(applications.id, applicationId)));
  if (!row) return null;
  const application = toHostApplication(row);
  const free = freeByWeek(await getSeats(db, row.offerId));
  const { pupilId, offerId } = row;
  for (const week of await heldWeeks(db, { pupilId, offerId })) free[week] += 1;
  return {
    ...application,
    campaignId: row.campaignId,
    motivation: row.motivation,
    isFull: application.weeks.some((week) => free[week] <= 0),
    agreementId: row.agreementId,
    identity: await readIdentity(db, applicationId),
    history: await listNamedChanges(db, applicationId),
  };
}

/** The condition on the status stands in the query itself: before acceptance the database gives nothing. */
async function readIdentity(db: Queryable, applicationId: string): Promise<PupilIdentity | null> {
  const [row] = await db
    .select({
      lastName: persons.lastName,
      email: persons.email,
      phone: persons.phone,
      className: classGroups.name,
      schoolName: schools.name,
      schoolPhone: schoolContact.weekPhone,
      schoolEmail: schoolContact.email,
      weekContact: schoolProfiles.weekContact,
      announcement: schoolProfiles.announcement,
      instructions: schoolProfiles.instructions,
    })
    .from(applications)
    .innerJoin(campaigns, eq(campaigns.id, applications.campaignId))
    .innerJoin(persons, eq(persons.id, applications.pupilId))
    .leftJoin(classMembers, and(eq(classMembers.personId, persons.id), eq(classMembers.role, "pupil")))
    .leftJoin(
      classGroups,
      and(eq(classGroups.id, classMembers.classGroupId), eq(classGroups.schoolYear, campaigns.schoolYear)),
    )
    .leftJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(and(eq(applications.id, applicationId), inArray(applications.status, ["accepted", "confirmed"])))
    .orderBy(sql`${classGroups.id} nulls last`)
    .limit(1);
  return row ?? null;
}

function toHostApplication(
  row: Omit<HostApplication, "weeks"> & { weeks: WeekNumber[] | null },
): HostApplication {
  const { id, status, firstName, lastName, offerId, offerTitle, submittedAt, deadlineAt } = row;
  return {
    id,
    status,
    firstName,
    lastName,
    schoolTown: row.schoolTown,
    offerId,
    offerTitle,
    weeks: row.weeks ?? [],
    submittedAt,
    deadlineAt,
  };
}
