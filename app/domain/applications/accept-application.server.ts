import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { moveSeats } from "#app/domain/offers/seats.store.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { AcceptFailure } from "./application.failures.ts";
import { deadlineAfter } from "./application.ts";
import { setStatus } from "./applications.store.server.ts";
import { loadForAction } from "./change-application.server.ts";
import { applicationAccepted } from "./events.ts";

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
      const loaded = await loadForAction(tx, actor, applicationId, "accept");
      if (!loaded.ok) return loaded;
      const { application, to } = loaded.value;
      const campaign = await getCampaign(tx, application.campaignId);
      if (!campaign) return err({ code: "not_found" });

      const deadlineAt = deadlineAfter(now, campaign.pupilConfirmDays);
      await setStatus(tx, application.id, { status: to, deadlineAt, updatedAt: now, weeks: "reserved" });
      await moveSeats(tx, application.offerId, application.weeks, "reserve", now);
      const eventId = await recordEvent(tx, applicationAccepted, { applicationId }, now);
      const by = { actorId: actor.personId, actorRole: "host" as const };
      await recordChange(tx, { applicationId }, { from: application.status, to, ...by, eventId }, now);
      return ok();
    },
    { on: { offer_seats_within_capacity_check: { code: "no_seat_left" } } },
  );
}
