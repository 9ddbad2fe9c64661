import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { endHolds } from "#app/domain/holds/holds.store.server.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { AcceptFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { applicationAccepted } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/**
 * The host says yes: a seat of each week asked for is reserved until the pupil confirms or the deadline passes.
 * The database itself refuses a seat beyond capacity, whatever the number of answers at the same instant.
 */
export async function acceptApplication(
  { db, clock, actor }: ActorContext,
  { applicationId }: { applicationId: string },
): Promise<Result<void, AcceptFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const locked = await lockForAction(tx, actor, applicationId, "accept");
      if (!locked.ok) return locked;
      const { application } = locked.value;
      const campaign = await getCampaign(tx, application.campaignId);
      if (!campaign) return err({ code: "not_found" });

      // The seat kept for this pupil is the one that they are given.
      const { pupilId, offerId } = application;
      await endHolds(tx, { pupilId, offerId }, "used", now, { projected: false });
      const event = newEvent(applicationAccepted, { applicationId });
      const deadlineAt = endOfDayAfter(now, campaign.pupilConfirmDays);
      await applyTransition(
        tx,
        { application, action: "accept", event, deadlineAt, actorId: actor.personId },
        now,
      );
      return ok();
    },
    { on: { offer_seats_within_capacity_check: { code: "no_seat_left" } } },
  );
}
