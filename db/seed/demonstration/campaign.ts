import { defaultWeeks } from "#app/domain/campaigns/campaign.ts";
import { addDays, daysBetween, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { campaigns, internshipWeeks } from "#db/schema/index.ts";

const FIRST_DAY = "06-17";
const LAST_DAY = "06-28";
const NOTICE_DAYS = 30;

/** First year in which 17 June is at least thirty days ahead. */
export function demonstrationCampaignYear(today: CalendarDate): number {
  const year = Number(today.slice(0, 4));
  return daysBetween(today, `${year}-${FIRST_DAY}`) >= NOTICE_DAYS ? year : year + 1;
}

/** A campaign whose window lies ahead and in which everyone may act today. */
export async function seedCampaign(
  tx: Transaction,
  today: CalendarDate,
): Promise<{ id: string; schoolYear: string }> {
  const year = demonstrationCampaignYear(today);
  const startsOn = `${year}-${FIRST_DAY}`;
  const endsOn = `${year}-${LAST_DAY}`;
  const campaign = { id: newId(), schoolYear: `${year - 1}-${year}` };
  await tx.insert(campaigns).values({
    ...campaign,
    startsOn,
    endsOn,
    status: "provisional",
    source: "Campagne de démonstration : dates de référence du service",
    hostsOpenOn: addDays(today, -90),
    pupilsOpenOn: addDays(today, -60),
    hostAnswerDays: 10,
    pupilConfirmDays: 5,
    maxLiveApplications: 10,
  });
  await tx
    .insert(internshipWeeks)
    .values(defaultWeeks(startsOn, endsOn).map((week) => ({ ...week, campaignId: campaign.id })));
  return campaign;
}
