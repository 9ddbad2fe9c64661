import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import type { PlaceIndex } from "../../reference/place.ts";
import type { ActorContext } from "../../use-case.ts";
import { checkStep } from "./check-offer-draft.server.ts";
import type { SaveOfferDraftFailure } from "#app/domain/offers/offer.failures.ts";
import type { OfferDraft, OfferStep } from "./offer-draft.ts";
import { canManageOffer } from "#app/domain/offers/offers.policy.ts";
import { findOffer, insertDraft, updateOffer } from "#app/domain/offers/offers.store.server.ts";

export interface SaveDraftInput {
  /** Chosen by the form before the first step is sent, so that pressing twice makes one draft. */
  draftId: string;
  step: OfferStep;
  typed: OfferDraft;
}

/**
 * Keeps what one step of the form holds, right or wrong, then judges it. What was typed is committed before it is
 * judged: a refused step is found again as it was, on another device too.
 */
export async function saveOfferDraft(
  ctx: ActorContext & { places: PlaceIndex },
  input: SaveDraftInput,
): Promise<Result<void, SaveOfferDraftFailure>> {
  const now = ctx.clock.now();
  const campaign = await getCurrentCampaign(ctx.db, now);
  if (!campaign) return err({ code: "no_campaign" });
  const kept = await inTransaction(ctx.db, async (tx) => {
    const draft = { id: input.draftId, campaignId: campaign.id, createdBy: ctx.actor.personId };
    if (!(await insertDraft(tx, draft, now))) return err({ code: "too_many_drafts" });
    const offer = await findOffer(tx, input.draftId, { lock: true });
    if (!offer || !canManageOffer(ctx.actor, offer)) return err({ code: "not_found" });
    if (offer.status !== "draft") return err({ code: "already_published" });
    const typed = { ...offer.draft, ...input.typed };
    await updateOffer(tx, offer.id, { draft: typed, updatedAt: now });
    return ok(typed);
  });
  if (!kept.ok) return kept;
  const failure = await checkStep({ ...ctx, campaign }, input.step, kept.value);
  return failure ? err({ code: "to_correct", failure }) : ok();
}
