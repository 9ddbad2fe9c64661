import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Database } from "#db/client.ts";
import { applications, hostOrganisations, hostSites, offers, persons } from "#db/schema/index.ts";
import type { CalendarLink, PupilCalendar } from "./placement-calendar.ts";

const MOST_ENTRIES = 50;

/** The link to the actor's own calendar that is valid today. */
export async function getCalendarLink(db: Database, { personId }: Actor): Promise<CalendarLink> {
  return { id: personId, version: (await readVersion(db, personId)) ?? 1 };
}

async function readVersion(db: Database, personId: string): Promise<number | null> {
  const [person] = await db
    .select({ version: persons.calendarVersion })
    .from(persons)
    .where(eq(persons.id, personId));
  return person?.version ?? null;
}

/** What stands in a pupil's calendar in this campaign; null for a link that was replaced, or to someone that we do not know. */
export async function getPupilCalendar(
  db: Database,
  { id: pupilId, version }: CalendarLink,
  campaign: Campaign,
): Promise<PupilCalendar | null> {
  if ((await readVersion(db, pupilId)) !== version) return null;
  const rows = await db
    .select({
      applicationId: applications.id,
      status: applications.status,
      title: sql<string>`coalesce(${offers.title}, '')`,
      organisation: hostOrganisations.name,
      address: sql<string>`${hostSites.addressLine} || ', ' || ${hostSites.postcode} || ' ' || ${hostSites.town}`,
      inseeCode: hostSites.inseeCode,
      hoursGrid: offers.hoursGrid,
      deadlineAt: applications.deadlineAt,
      changedAt: applications.updatedAt,
      weeks: sql<
        number[]
      >`array(select w.week::int from application_weeks w where w.application_id = ${applications.id})`,
    })
    .from(applications)
    .innerJoin(offers, eq(offers.id, applications.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.campaignId, campaign.id),
        inArray(applications.status, ["accepted", "confirmed"]),
      ),
    )
    .orderBy(asc(applications.createdAt), asc(applications.id))
    .limit(MOST_ENTRIES);
  return {
    placements: rows
      .filter(({ status }) => status === "confirmed")
      .map(({ weeks, hoursGrid, ...placement }) => ({
        ...placement,
        weeks: campaign.weeks.filter(({ week }) => weeks.includes(week)),
        hoursGrid: hoursGridSchema.safeParse(hoursGrid).data ?? null,
      })),
    deadlines: rows.flatMap(({ applicationId, title, organisation, status, deadlineAt, changedAt }) =>
      status === "accepted" && deadlineAt
        ? [{ applicationId, title, organisation, deadlineAt, changedAt }]
        : [],
    ),
  };
}
