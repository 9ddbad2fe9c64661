import { confirmApplication } from "#app/domain/applications/confirm-application.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { ConfirmFailure } from "./agreement.failures.ts";
import { createAgreement } from "./create-agreement.server.ts";
import { readOfferHost } from "./prefill-agreement.server.ts";

/**
 * The pupil confirms an accepted application. One transaction turns the reserved seats into places, releases the pupil's other
 * live applications for these weeks, creates the agreement and records the events: all of it or nothing.
 */
export async function confirmPlacement(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string },
): Promise<Result<{ agreementId: string }, ConfirmFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const confirmed = await confirmApplication(tx, actor, input.applicationId, now);
      if (!confirmed.ok) return confirmed;
      const { id: applicationId, offerId, campaignId, pupilId, weeks } = confirmed.value;
      const host = await readOfferHost(tx, offerId);
      if (!host) return err({ code: "no_class" });
      const settled = { campaignId, pupilId, weeks, host, from: { applicationId } };
      const agreement = await createAgreement(tx, settled, now);
      return agreement.ok ? ok({ agreementId: agreement.value }) : agreement;
    },
    { on: { application_weeks_one_place_key: { code: "week_already_taken" } } },
  );
}
