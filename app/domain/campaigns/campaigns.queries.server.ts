import { asc, eq, gte, type SQL } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { campaigns, internshipWeeks } from "#db/schema/index.ts";
import type { Campaign } from "./campaign.ts";

/** The campaign under way or to come: the first one that is not over on this day. */
export function getCurrentCampaign(db: Queryable, now: Date): Promise<Campaign | null> {
  const current = db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(gte(campaigns.endsOn, parisDate(now)))
    .orderBy(asc(campaigns.startsOn))
    .limit(1);
  return readCampaign(db, eq(campaigns.id, current));
}

export function getCampaign(db: Queryable, campaignId: string): Promise<Campaign | null> {
  return readCampaign(db, eq(campaigns.id, campaignId));
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
};

async function readCampaign(db: Queryable, which: SQL): Promise<Campaign | null> {
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
