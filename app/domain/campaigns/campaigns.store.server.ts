import { eq, sql } from "drizzle-orm";
import { awaitsHost, isLive } from "#db/conditions.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { campaigns, internshipWeeks } from "#db/schema/index.ts";
import type { CampaignSettings, CampaignUses } from "./campaign-settings.ts";

/** Nobody else writes it, and no place of it is confirmed, until the transaction ends. */
export async function lockCampaign(tx: Transaction, campaignId: string): Promise<void> {
  await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("update");
}

/** Its days stay as they are until the transaction ends. */
export async function keepDays(tx: Transaction, campaignId: string): Promise<void> {
  await tx.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("key share");
}

export async function writeCampaign(
  tx: Transaction,
  campaignId: string,
  settings: CampaignSettings,
): Promise<void> {
  const { weeks, ...row } = settings;
  await tx
    .insert(campaigns)
    .values({ id: campaignId, ...row })
    .onConflictDoUpdate({ target: campaigns.id, set: row });
  // Written anew: a cut that moves forward would overlap the other week for an instant.
  await tx.delete(internshipWeeks).where(eq(internshipWeeks.campaignId, campaignId));
  await tx.insert(internshipWeeks).values(weeks.map((week) => ({ ...week, campaignId })));
}

/** What stands on the campaign, with as many live applications allowed to a pupil. */
export async function countUses(
  db: Queryable,
  { campaignId, maxLiveApplications }: { campaignId: string; maxLiveApplications: number },
): Promise<CampaignUses & { anyOffer: number }> {
  const [counted] = await db.execute<CampaignUses & { anyOffer: number } & Record<string, unknown>>(sql`
    with live as (
      select a.pupil_id, ${sql.raw(awaitsHost("a"))} as awaits_host from applications a
      where a.campaign_id = ${campaignId} and ${sql.raw(isLive("a"))}
    )
    select
      (select count(*)::int from offers where campaign_id = ${campaignId}) as "anyOffer",
      (select count(*)::int from offers where campaign_id = ${campaignId} and status in ('published', 'paused')) as offers,
      (select count(*)::int from live where awaits_host) as "awaitingHost",
      (select count(*)::int from live where not awaits_host) as "awaitingPupil",
      (select count(*)::int from applications where campaign_id = ${campaignId} and status = 'confirmed') as placements,
      (select count(*)::int from (select from live group by pupil_id having count(*) > ${maxLiveApplications}) above)
        as "pupilsAboveMax"`);
  const none = {
    anyOffer: 0,
    offers: 0,
    awaitingHost: 0,
    awaitingPupil: 0,
    placements: 0,
    pupilsAboveMax: 0,
  };
  return counted ?? none;
}
