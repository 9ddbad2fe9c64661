import { defaultWeeks, referenceWindow } from "#app/domain/campaigns/campaign.ts";
import { addDays, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Transaction } from "#db/client.ts";
import { campaigns, internshipWeeks } from "#db/schema/index.ts";

/** The year of the demonstration that is seeded on this day. */
export function demonstrationCampaignYear(today: CalendarDate): number {
  return Number(referenceWindow(today).startsOn.slice(0, 4));
}

/** A campaign whose window lies ahead and in which everyone may act today. */
export async function seedCampaign(
  tx: Transaction,
  today: CalendarDate,
): Promise<{ id: string; schoolYear: string }> {
  const { startsOn, endsOn } = referenceWindow(today);
  const year = demonstrationCampaignYear(today);
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
