import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type FailureBut, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import { recordChange } from "../../history/record-change.server.ts";
import type { ActorContext } from "../../use-case.ts";
import { offerRejected } from "../events.ts";
import { OFFER_TRANSITIONS } from "../offer.ts";
import { findOffer, updateOffer } from "../offers.store.server.ts";
import { decideHold } from "./holds.store.server.ts";
import type { ModerationFailure } from "./moderation.failures.ts";
import { canModerate } from "./moderation.policy.ts";

/** A moderator has read a held offer and keeps it from pupils; its author is told why and may correct it. */
export async function rejectOffer(
  { db, clock, actor, origin }: ActorContext,
  { offerId, explanation }: { offerId: string; explanation: string },
): Promise<Result<void, FailureBut<ModerationFailure, "campaign_over">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const offer = canModerate(actor) ? await findOffer(tx, offerId, { lock: true }) : null;
    if (!offer || offer.status === "draft") return err({ code: "not_found" });
    const to = OFFER_TRANSITIONS.reject[offer.status];
    if (!to) return err({ code: "already_decided" });
    await decideHold(tx, offerId, {
      decision: "rejected",
      decidedBy: actor.personId,
      decidedAt: now,
      explanation,
    });
    await updateOffer(tx, offerId, { status: to, updatedAt: now });
    const change = { from: offer.status, to, actorId: actor.personId, actorRole: "moderator" as const };
    await recordChange(tx, { offerId }, { ...change, reason: explanation }, now);
    await recordEvent(tx, offerRejected, { offerId }, now);
    const on = { kind: "offer" as const, id: offerId };
    await appendAudit(tx, { actor, origin }, { action: "offer.rejected", as: "admin", on }, now);
    return ok();
  });
}
