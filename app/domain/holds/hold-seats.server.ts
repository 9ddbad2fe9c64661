import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { schoolsOf } from "#app/domain/accounts/actor.ts";
import { lockPupil } from "#app/domain/applications/applications.store.server.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { freeByWeek } from "#app/domain/offers/offer.ts";
import { getEligibility } from "#app/domain/offers/offers.queries.server.ts";
import { lockSeats, moveManySeats } from "#app/domain/offers/seats.store.server.ts";
import { roleAt } from "#app/domain/schools/schools.policy.ts";
import { listEquivalentOffers } from "#app/domain/search/equivalent-offers.queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { seatHolds } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { HELD_AT_ONCE, HOLD_DAYS, type HoldSeatsFailure } from "./hold.ts";
import { heldOffers } from "./holds.store.server.ts";
import { findFailedPlacements, type FailedPlacement } from "./to-replace.queries.server.ts";

/** Of those found, some may be taken while the seats are locked. */
const LOOKED_AT = 12;

/**
 * A teacher of the class, the office or the head keeps up to three equivalent seats for a pupil whose placement failed, for two
 * days. Nobody else can take them meanwhile: they are reserved in each week under the locks of the offers, the capacity is the
 * database's. The holds, the seats and the audit are one transaction.
 */
export async function holdSeats(
  { db, clock, actor, origin }: ActorContext,
  { applicationId }: { applicationId: string },
): Promise<Result<{ held: number; expiresAt: Date }, HoldSeatsFailure>> {
  const now = clock.now();
  const campaign = await getCurrentCampaign(db, now);
  if (!campaign) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    const [seen] = await findFailedPlacements(tx, actor, campaign, applicationId);
    if (!seen) return err({ code: "not_found" });
    await lockPupil(tx, seen.pupilId);
    // Under the lock: a place found meanwhile, or seats kept by a colleague.
    const [failed] = await findFailedPlacements(tx, actor, campaign, applicationId);
    if (!failed) return err({ code: "not_found" });
    if ((await heldOffers(tx, failed.pupilId)).length > 0) return err({ code: "already_held" });
    const offerIds = await findFree(tx, failed, now);
    if (offerIds.length === 0) return err({ code: "none_nearby" });
    const expiresAt = endOfDayAfter(now, HOLD_DAYS);
    const kept = { pupilId: failed.pupilId, applicationId, heldBy: actor.personId, heldAt: now, expiresAt };
    await tx.insert(seatHolds).values(
      offerIds.flatMap((offerId) => {
        const id = newId();
        return failed.weeks.map((week) => ({ ...kept, id, offerId, week }));
      }),
    );
    const { weeks } = failed;
    await moveManySeats(
      tx,
      offerIds.map((offerId) => ({ offerId, weeks, move: "reserve" })),
      now,
    );
    const isStaff = schoolsOf(actor, "schoolOffice", "schoolHead").includes(failed.schoolUai);
    const as = isStaff ? roleAt(actor, failed.schoolUai) : ("teacher" as const);
    const on = { kind: "person" as const, id: failed.pupilId };
    await appendAudit(tx, { actor, origin }, { action: "seats.held", as, on }, now);
    return ok({ held: offerIds.length, expiresAt });
  });
}

/** The best of those that still have a seat in each week, once their seats are locked. */
async function findFree(tx: Transaction, failed: FailedPlacement, now: Date): Promise<string[]> {
  const { campaignId, pupilId, weeks, familySlug, latitude, longitude } = failed;
  const pupil = await findActor(tx, pupilId, now);
  const asker = pupil && (await getEligibility(tx, pupil));
  if (!asker) return [];
  const search = { campaignId, pupilId, weeks, familySlug, asker };
  const center = { latitude, longitude };
  const found = await listEquivalentOffers(
    tx,
    { ...search, center, exceptHostId: failed.organisationId },
    LOOKED_AT,
  );
  const seats = await lockSeats(tx, found);
  return found
    .filter((offerId) => {
      const free = freeByWeek(seats.filter((seat) => seat.offerId === offerId));
      return weeks.every((week) => free[week] > 0);
    })
    .slice(0, HELD_AT_ONCE);
}
