import { and, eq, isNull } from "drizzle-orm";
import { findFailedPlacements } from "./to-replace.queries.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { lockPupil } from "#app/domain/applications/applications.store.server.ts";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { seatHolds } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { endHolds } from "./holds.store.server.ts";

/**
 * The pupil, or an adult who follows them, does without a seat that was kept: others have it at once, in the same transaction. One
 * already ended is "not found".
 */
export async function refuseHold(
  { db, clock, actor }: ActorContext,
  { holdId }: { holdId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const [hold] = await tx
      .select()
      .from(seatHolds)
      .where(and(eq(seatHolds.id, holdId), isNull(seatHolds.endedAt)))
      .limit(1);
    if (!hold || !(await mayRefuse(tx, { actor, now }, hold))) return err({ code: "not_found" });
    await lockPupil(tx, hold.pupilId);
    await lockSeats(tx, [hold.offerId]);
    return (await endHolds(tx, { id: holdId }, "refused", now)) > 0 ? ok() : err({ code: "not_found" });
  });
}

async function mayRefuse(
  tx: Transaction,
  { actor, now }: Pick<ActorContext, "actor"> & { now: Date },
  hold: { pupilId: string; applicationId: string },
): Promise<boolean> {
  if (hold.pupilId === actor.personId) return true;
  const campaign = await getCurrentCampaign(tx, now);
  if (!campaign) return false;
  return (await findFailedPlacements(tx, actor, campaign, hold.applicationId)).length > 0;
}
