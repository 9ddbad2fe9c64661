import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { isOver } from "../../campaigns/campaign.ts";
import { getCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { recordChange } from "../../history/record-change.server.ts";
import { findStanding, proveOrganisation, updateOrganisation } from "../../hosts/hosts.store.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { OFFER_TRANSITIONS } from "../offer.ts";
import { findOffer, projectOffersOf, updateOffer } from "../offers.store.server.ts";
import { openToPupils } from "../publish-offer.server.ts";
import { decideHold } from "./holds.store.server.ts";
import type { ModerationFailure } from "./moderation.failures.ts";
import { canModerate } from "./moderation.policy.ts";

/**
 * A moderator has read a held offer and opens it to pupils: its organisation is proven by that, takes the name that it asked
 * for, and the author is told, all in one transaction.
 */
export async function approveOffer(
  { db, clock, actor, origin }: ActorContext,
  { offerId }: { offerId: string },
): Promise<Result<void, ModerationFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const offer = canModerate(actor) ? await findOffer(tx, offerId, { lock: true }) : null;
    if (!offer?.organisationId) return err({ code: "not_found" });
    const to = OFFER_TRANSITIONS.approve[offer.status];
    if (!to) return err({ code: "already_decided" });
    const campaign = await getCampaign(tx, offer.campaignId);
    if (!campaign || isOver(campaign, parisDate(now))) return err({ code: "campaign_over" });
    const standing = await findStanding(tx, offer.organisationId, { lock: true });
    if (!standing || standing.detached) return err({ code: "already_decided" });
    const decided = { decision: "approved" as const, decidedBy: actor.personId, decidedAt: now };
    const hold = await decideHold(tx, offerId, { ...decided, explanation: null });
    await proveOrganisation(tx, offer.organisationId, "moderation", now);
    await updateOffer(tx, offerId, { status: to, draft: null, updatedAt: now, publishedAt: now });
    const change = { from: offer.status, to, actorId: actor.personId, actorRole: "moderator" as const };
    await recordChange(tx, { offerId }, change, now);
    await openToPupils(tx, offerId, now);
    if (hold?.proposedName) {
      await updateOrganisation(tx, offer.organisationId, { name: hold.proposedName });
      await projectOffersOf(tx, offer.organisationId);
    }
    const on = { kind: "offer" as const, id: offerId };
    await appendAudit(tx, { actor, origin }, { action: "offer.approved", as: "admin", on }, now);
    return ok();
  });
}
