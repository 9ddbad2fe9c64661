import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { offerHolds } from "#db/schema/index.ts";
import type { HoldDecision, HoldReason } from "./hold.ts";

/** Keeps why an offer waits for someone to read it. */
export async function insertHold(
  tx: Transaction,
  hold: { offerId: string; reasons: HoldReason[]; proposedName: string | null },
  now: Date,
): Promise<void> {
  await tx.insert(offerHolds).values({ ...hold, heldAt: now });
}

/** Ends the hold of an offer, and gives the name that its organisation was to take. */
export async function decideHold(
  tx: Transaction,
  offerId: string,
  decided: { decision: HoldDecision; decidedBy: string; decidedAt: Date; explanation: string | null },
): Promise<{ proposedName: string | null } | null> {
  const [hold] = await tx
    .update(offerHolds)
    .set(decided)
    .where(and(eq(offerHolds.offerId, offerId), isNull(offerHolds.decidedAt)))
    .returning({ proposedName: offerHolds.proposedName });
  return hold ?? null;
}
