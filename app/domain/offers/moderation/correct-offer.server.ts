import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordChange } from "../../history/record-change.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { OFFER_TRANSITIONS } from "../offer.ts";
import { canManageOffer } from "../offers.policy.ts";
import { deleteSeats, findOffer, updateOffer } from "../offers.store.server.ts";
import { decideHold } from "./holds.store.server.ts";
import type { CorrectFailure } from "./moderation.failures.ts";

/** Opens the form of an offer that is held or was rejected again, as it was typed, for whoever corrects it; publishing judges it anew. */
export async function correctOffer(
  { db, clock, actor }: ActorContext,
  { offerId }: { offerId: string },
): Promise<Result<void, CorrectFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const offer = await findOffer(tx, offerId, { lock: true });
    if (!offer || !canManageOffer(actor, offer)) return err({ code: "not_found" });
    const to = OFFER_TRANSITIONS.correct[offer.status];
    if (!to) return err({ code: "not_possible" });
    const withdrawn = { decision: "withdrawn" as const, decidedBy: actor.personId, decidedAt: now };
    await decideHold(tx, offerId, { ...withdrawn, explanation: null });
    await deleteSeats(tx, offerId);
    const own = { createdBy: actor.personId, organisationId: null, siteId: null };
    await updateOffer(tx, offerId, { ...own, status: to, updatedAt: now, publishedAt: null });
    const change = { from: offer.status, to, actorId: actor.personId, actorRole: "host" as const };
    await recordChange(tx, { offerId }, change, now);
    return ok();
  });
}
