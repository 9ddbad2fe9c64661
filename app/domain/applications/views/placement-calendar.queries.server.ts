import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { hoursGridSchema } from "#app/domain/hours/hours-grid.schema.ts";
import type { Database } from "#db/client.ts";
import { applications, hostOrganisations, hostSites, offers, persons } from "#db/schema/index.ts";
import type { PupilCalendar } from "./placement-calendar.ts";

const MOST_ENTRIES = 50;

/** What stands in a pupil's calendar in the campaign under way; null for someone that we do not know. */
export async function getPupilCalendar(
  db: Database,
  pupilId: string,
  now: Date,
): Promise<PupilCalendar | null> {
  const [pupil] = await db.select({ id: persons.id }).from(persons).where(eq(persons.id, pupilId));
  if (!pupil) return null;
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) return { placements: [], deadlines: [] };
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
