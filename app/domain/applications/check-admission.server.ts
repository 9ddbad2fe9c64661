import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { heldWeeks } from "#app/domain/holds/holds.store.server.ts";
import { freeByWeek, openPeriods, weeksOf, type PeriodChoice } from "#app/domain/offers/offer.ts";
import { getEligibility, getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { hasClass } from "#app/domain/schools/class-groups.store.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import type { Actor } from "../accounts/actor.ts";
import type { AdmissionFailure, OfferFailure } from "./application.failures.ts";
import { findLiveApplications, findTakenWeeks } from "./applications.store.server.ts";

interface Asked {
  offerId: string;
  choice: PeriodChoice;
}

/**
 * Whether the offer takes one more application of this pupil for these weeks. Locks its seats first: what is read after
 * them (offer, seats, applications that wait) stays true until the transaction ends.
 */
export async function checkOffer(
  tx: Transaction,
  pupil: Actor | null,
  { offerId, choice }: Asked,
  now: Date,
): Promise<Result<Campaign, OfferFailure>> {
  const free = freeByWeek(await lockSeats(tx, [offerId]));
  // A seat kept for this pupil is free for them alone.
  const held = pupil ? await heldWeeks(tx, { pupilId: pupil.personId, offerId }) : [];
  for (const week of held) free[week] += 1;
  const offer = pupil && (await getOpenOffer(tx, offerId, await getEligibility(tx, pupil)));
  const campaign = offer && (await getCampaign(tx, offer.campaignId));
  if (!offer || !campaign || campaign.endsOn < parisDate(now)) return err({ code: "offer_closed" });
  if (offer.fullForNow) return err({ code: "full_for_now" });
  return openPeriods(offer, free).includes(choice) ? ok(campaign) : err({ code: "weeks_not_open" });
}

/** Whether the pupil may have one more application there: the offer's word, then their own limits. The caller holds `lockPupil`. */
export async function checkAdmission(
  tx: Transaction,
  pupil: Actor,
  asked: Asked,
  now: Date,
): Promise<Result<Campaign, AdmissionFailure>> {
  const open = await checkOffer(tx, pupil, asked, now);
  if (!open.ok) return open;
  const campaign = open.value;
  if (parisDate(now) < campaign.pupilsOpenOn)
    return err({ code: "campaign_not_open", opensOn: campaign.pupilsOpenOn });
  // The agreement is the school's: without a class of this year nobody could validate it.
  if (!(await hasClass(tx, pupil.personId, campaign.schoolYear))) return err({ code: "no_class" });
  const taken = await findTakenWeeks(tx, pupil.personId, campaign.id);
  if (weeksOf(asked.choice).some((week) => taken.includes(week))) return err({ code: "week_already_taken" });
  const live = await findLiveApplications(tx, pupil.personId, campaign.id);
  return live.length >= campaign.maxLiveApplications
    ? err({ code: "quota_reached", max: campaign.maxLiveApplications })
    : ok(campaign);
}
