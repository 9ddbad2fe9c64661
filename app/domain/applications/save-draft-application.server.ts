import { and, eq } from "drizzle-orm";
import { isOver } from "#app/domain/campaigns/campaign.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getEligibility, getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { applications } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { MAX_APPLICATION_DRAFTS } from "./application.ts";
import type { SaveDraftFailure } from "./application.failures.ts";
import { lockPupil } from "./applications.store.server.ts";
import type { LetterNotes } from "./letters/letter.ts";

/**
 * Keeps the pupil's letter for later, with the answers it is made of; a draft binds nobody and holds no seat. Gives the
 * instant at which it was kept.
 */
export async function saveDraftApplication(
  { db, clock, actor }: ActorContext,
  input: { offerId: string; motivation: string; notes?: LetterNotes },
): Promise<Result<{ savedAt: Date }, SaveDraftFailure>> {
  const now = clock.now();
  const { motivation, notes: letterNotes } = input;
  return inTransaction(
    db,
    async (tx) => {
      await lockPupil(tx, actor.personId);
      const offer = await getOpenOffer(tx, input.offerId, await getEligibility(tx, actor));
      const campaign = offer && (await getCampaign(tx, offer.campaignId));
      if (!campaign || isOver(campaign, parisDate(now))) return err({ code: "not_found" });
      const mine = { pupilId: actor.personId, offerId: offer.id, status: "draft" as const };
      const kept = await tx
        .update(applications)
        .set({ motivation, letterNotes, updatedAt: now })
        .where(
          and(
            eq(applications.pupilId, mine.pupilId),
            eq(applications.offerId, mine.offerId),
            eq(applications.status, "draft"),
          ),
        )
        .returning({ id: applications.id });
      if (kept.length === 0) {
        const own = and(eq(applications.pupilId, mine.pupilId), eq(applications.status, "draft"));
        if ((await tx.$count(applications, own)) >= MAX_APPLICATION_DRAFTS)
          return err({ code: "too_many_drafts", max: MAX_APPLICATION_DRAFTS });
        await tx.insert(applications).values({
          ...mine,
          campaignId: offer.campaignId,
          motivation,
          letterNotes,
          createdAt: now,
          updatedAt: now,
        });
      }
      return ok({ savedAt: now });
    },
    { on: { applications_one_live_per_offer_key: { code: "already_applied" } } },
  );
}
