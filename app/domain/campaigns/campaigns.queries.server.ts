import { asc, desc, eq, gte, type SQL } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { campaigns, internshipWeeks } from "#db/schema/index.ts";
import type { Campaign } from "./campaign.ts";
import { isSchoolYear, type CampaignSettings } from "./campaign-settings.ts";

/** The campaign under way or to come: the first one that is not over on this day. */
export function getCurrentCampaign(db: Queryable, now: Date): Promise<Campaign | null> {
  return readCampaign(db, eq(campaigns.id, currentCampaign(db, now)));
}

function currentCampaign(db: Queryable, now: Date) {
  return db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(gte(campaigns.endsOn, parisDate(now)))
    .orderBy(asc(campaigns.startsOn))
    .limit(1);
}

export function getCampaign(db: Queryable, campaignId: string): Promise<Campaign | null> {
  return readCampaign(db, eq(campaigns.id, campaignId));
}

/** The same with what only administrators read. */
export function getCampaignSettings(
  db: Queryable,
  campaignId: string,
): Promise<(CampaignSettings & { id: string }) | null> {
  return readCampaign(db, eq(campaigns.id, campaignId));
}

/** The campaign of a school year, or the current one when none is named; null when there is none. */
export async function findCampaign(
  db: Queryable,
  { schoolYear, now }: { schoolYear: string | null; now: Date },
): Promise<(CampaignSettings & { id: string }) | null> {
  if (schoolYear !== null && !isSchoolYear(schoolYear)) return null;
  return readCampaign(
    db,
    schoolYear === null ? eq(campaigns.id, currentCampaign(db, now)) : eq(campaigns.schoolYear, schoolYear),
  );
}

/** The campaigns of the last years, the newest first. */
export function listCampaigns(db: Queryable) {
  return db
    .select({
      id: campaigns.id,
      schoolYear: campaigns.schoolYear,
      startsOn: campaigns.startsOn,
      endsOn: campaigns.endsOn,
      status: campaigns.status,
    })
    .from(campaigns)
    .orderBy(desc(campaigns.startsOn))
    .limit(20);
}

const COLUMNS = {
  id: campaigns.id,
  schoolYear: campaigns.schoolYear,
  startsOn: campaigns.startsOn,
  endsOn: campaigns.endsOn,
  hostsOpenOn: campaigns.hostsOpenOn,
  pupilsOpenOn: campaigns.pupilsOpenOn,
  hostAnswerDays: campaigns.hostAnswerDays,
  pupilConfirmDays: campaigns.pupilConfirmDays,
  maxLiveApplications: campaigns.maxLiveApplications,
  status: campaigns.status,
  source: campaigns.source,
};

async function readCampaign(db: Queryable, which: SQL): Promise<(CampaignSettings & { id: string }) | null> {
  const rows = await db
    .select({
      campaign: COLUMNS,
      week: internshipWeeks.week,
      startsOn: internshipWeeks.startsOn,
      endsOn: internshipWeeks.endsOn,
    })
    .from(campaigns)
    .innerJoin(internshipWeeks, eq(internshipWeeks.campaignId, campaigns.id))
    .where(which)
    .orderBy(asc(internshipWeeks.week));
  const campaign = rows[0]?.campaign;
  if (!campaign) return null;
  const weeks = rows.map(({ week, startsOn, endsOn }) => ({ week, startsOn, endsOn }));
  return { ...campaign, weeks };
}
