import { isOver, type InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { heldWeeks } from "#app/domain/holds/holds.store.server.ts";
import { freeByWeek, openPeriods } from "#app/domain/offers/offer.ts";
import { getEligibility, getOpenOffer, type OfferDetail } from "#app/domain/offers/offers.queries.server.ts";
import { getFamilySlug } from "#app/domain/reference/sectors.queries.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { getApplyState, type ApplyState } from "./applications.pupil-queries.server.ts";
import { getHostHabits } from "#app/domain/hosts/host-habits.queries.server.ts";
import type { HostHabits } from "#app/domain/hosts/host-habits.ts";
import { getSentLetter, listSentLetters } from "#app/domain/applications/letters/letters.queries.server.ts";
import { periodsOpenTo, type PeriodName } from "./pupil-application.ts";
import type { SentLetter } from "#app/domain/applications/letters/sent-letter.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";

export interface ApplyPage extends ApplyState {
  offer: Pick<OfferDetail, "id" | "title" | "organisation" | "town" | "postcode" | "sectorCode">;
  weeks: InternshipWeek[];
  /** Empty when the offer is full, or when the pupil has a place in each of its weeks. */
  periods: PeriodName[];
  full: boolean;
  /** Seats are left, and the host has as many applications to answer as it wished. */
  fullForNow: boolean;
  /** The day from which pupils may apply, while it is still to come. */
  opensOn: string | null;
  habits: HostHabits | null;
  /** Of the offer's sector: examples are written by family. */
  familySlug: string | null;
  /** Letters that can be taken up again. */
  letters: SentLetter[];
  /** The one that the pupil asked to take up. */
  reused: { applicationId: string; motivation: string } | null;
}

/** All that the application form of one offer shows; null when the pupil may not see the offer. */
export async function getApplyPage(
  db: Queryable,
  actor: Actor,
  { offerId, reuse = null, at }: { offerId: string; reuse?: string | null; at: Date },
): Promise<ApplyPage | null> {
  const detail = await getOpenOffer(db, offerId, await getEligibility(db, actor));
  const campaign = detail && (await getCampaign(db, detail.campaignId));
  const today = parisDate(at);
  if (!detail || !campaign || isOver(campaign, today)) return null;
  const { id, title, organisation, town, postcode, sectorCode } = detail;
  const state = await getApplyState(db, actor, detail);
  const free = freeByWeek(detail.seats);
  for (const week of await heldWeeks(db, { pupilId: actor.personId, offerId })) free[week] += 1;
  const open = openPeriods(detail, free);
  const motivation = reuse && (await getSentLetter(db, actor, reuse));
  return {
    ...state,
    offer: { id, title, organisation, town, postcode, sectorCode },
    weeks: campaign.weeks,
    periods: periodsOpenTo(open, state.takenWeeks),
    full: open.length === 0,
    fullForNow: detail.fullForNow,
    opensOn: today < campaign.pupilsOpenOn ? campaign.pupilsOpenOn : null,
    habits: await getHostHabits(db, id),
    familySlug: await getFamilySlug(db, sectorCode),
    letters: await listSentLetters(db, actor),
    reused: reuse && motivation ? { applicationId: reuse, motivation } : null,
  };
}
