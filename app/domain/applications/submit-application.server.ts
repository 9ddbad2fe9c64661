import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { and, eq } from "drizzle-orm";
import { weeksOf, type PeriodChoice } from "#app/domain/offers/offer.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { ok, type Result } from "#app/kernel/result.ts";
import { applications } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { SubmitFailure } from "./application.failures.ts";
import { lockPupil } from "./applications.store.server.ts";
import { insertSubmitted } from "./apply-transition.server.ts";
import { checkAdmission } from "./check-admission.server.ts";
import { applicationSubmitted } from "./events.ts";

export interface SubmitInput {
  offerId: string;
  motivation: string;
  choice: PeriodChoice;
}

/**
 * Sends the pupil's application to an offer that is open to them, for weeks that still have a seat.
 * A pupil has one live application an offer, a campaign's maximum in all, and none for a week already confirmed; a host
 * has no more to answer than it wished. The application, its weeks, its deadline and the event are one transaction,
 * serialised by pupil, then by offer.
 */
export async function submitApplication(
  ctx: ActorContext,
  input: SubmitInput,
): Promise<Result<{ applicationId: string }, SubmitFailure>> {
  const { db, clock, actor } = ctx;
  const { offerId, motivation } = input;
  const pupilId = actor.personId;
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      await lockPupil(tx, pupilId);
      const admitted = await checkAdmission(tx, actor, input, now);
      if (!admitted.ok) return admitted;
      const campaign = admitted.value;

      // The letter kept for later becomes the application.
      await tx
        .delete(applications)
        .where(
          and(
            eq(applications.pupilId, pupilId),
            eq(applications.offerId, offerId),
            eq(applications.status, "draft"),
          ),
        );
      const deadlineAt = endOfDayAfter(now, campaign.hostAnswerDays);
      const owners = { campaignId: campaign.id, offerId, pupilId };
      const weeks = weeksOf(input.choice);
      const applicationId = newId();
      const eventId = await recordEvent(tx, applicationSubmitted, { applicationId }, now);
      const by = { actorId: pupilId, actorRole: "pupil", from: "draft", eventId } as const;
      await insertSubmitted(tx, { id: applicationId, ...owners, motivation, weeks, deadlineAt }, by, now);
      return ok({ applicationId });
    },
    { on: { applications_one_live_per_offer_key: { code: "already_applied" } } },
  );
}
