import { err, ok, type Result } from "#app/kernel/result.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { inTransaction } from "#db/transaction.ts";
import { isOver } from "../campaigns/campaign.ts";
import { getCampaign } from "../campaigns/campaigns.queries.server.ts";
import { recordChange } from "../history/record-change.server.ts";
import { findStanding } from "../hosts/hosts.store.server.ts";
import type { ActorContext } from "../use-case.ts";
import { OFFER_TRANSITIONS, type HostOfferAction } from "./offer.ts";
import type { ChangeOfferFailure } from "./offer.failures.ts";
import { reprojectOffers } from "./offer-projection.store.server.ts";
import { canManageOffer } from "./offers.policy.ts";
import { findOffer, updateOffer } from "./offers.store.server.ts";
import { lockSeats } from "./seats.store.server.ts";

/**
 * Moves an offer along its state table: the status, its trace and the search row are one transaction. The seats are
 * locked too: an acceptance under way would else put the search row back after us.
 */
export async function changeOffer(
  { db, clock, actor }: ActorContext,
  { offerId, action }: { offerId: string; action: HostOfferAction },
): Promise<Result<void, ChangeOfferFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const offer = await findOffer(tx, offerId, { lock: true });
    if (!offer || offer.status === "draft" || !canManageOffer(actor, offer))
      return err({ code: "not_found" });
    const to = OFFER_TRANSITIONS[action][offer.status];
    if (!to) return err({ code: "not_possible", status: offer.status });
    const campaign = await getCampaign(tx, offer.campaignId);
    if (to === "published" && (!campaign || isOver(campaign, parisDate(now))))
      return err({ code: "campaign_over" });
    // Under its lock: a moderator who takes the SIRET away pauses what is published by then.
    if (to === "published" && (await findStanding(tx, offer.organisationId ?? "", { lock: true }))?.detached)
      return err({ code: "organisation_detached" });
    await lockSeats(tx, [offer.id]);
    await updateOffer(tx, offer.id, { status: to, updatedAt: now });
    await reprojectOffers(tx, [offer.id], now);
    const change = { from: offer.status, to, actorId: actor.personId, actorRole: "host" as const };
    await recordChange(tx, { offerId: offer.id }, change, now);
    return ok();
  });
}
