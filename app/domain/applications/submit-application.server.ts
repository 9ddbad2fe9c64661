import { and, eq } from "drizzle-orm";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { freeByWeek, openPeriods, weeksOf, type PeriodChoice } from "#app/domain/offers/offer.ts";
import { getEligibility, getOpenOffer } from "#app/domain/offers/offers.queries.server.ts";
import { hasClass } from "#app/domain/schools/class-groups.store.server.ts";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { applications, applicationWeeks } from "#db/schema/index.ts";
import { inTransaction, violatedConstraint } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { deadlineAfter } from "./application.ts";
import { findLiveApplications, findTakenWeeks, lockPupil } from "./applications.store.server.ts";
import type { ApplicationEvent } from "./events.ts";

export type SubmitFailure =
  | { code: "offer_closed" }
  | { code: "weeks_not_open" }
  | { code: "campaign_not_open"; opensOn: string }
  | { code: "no_class" }
  | { code: "week_already_taken" }
  | { code: "already_applied" }
  | { code: "quota_reached"; max: number };

export interface SubmitInput {
  offerId: string;
  motivation: string;
  choice: PeriodChoice;
}

/**
 * Sends the pupil's application to an offer that is open to them, for weeks that still have a seat.
 * A pupil has one live application an offer, a campaign's maximum in all, and none for a week already confirmed.
 * The application, its weeks, its deadline and the event are one transaction, serialised by pupil.
 */
export async function submitApplication(
  ctx: ActorContext,
  input: SubmitInput,
): Promise<Result<{ applicationId: string }, SubmitFailure>> {
  const { db, clock, actor } = ctx;
  const now = clock.now();
  try {
    return await inTransaction(db, async (tx): Promise<Result<{ applicationId: string }, SubmitFailure>> => {
      await lockPupil(tx, actor.personId);
      const offer = await getOpenOffer(tx, input.offerId, await getEligibility(tx, actor));
      const campaign = offer && (await getCampaign(tx, offer.campaignId));
      if (!offer || !campaign || campaign.endsOn < parisDate(now)) return err({ code: "offer_closed" });
      const free = freeByWeek(await lockSeats(tx, [offer.id]));
      if (!openPeriods(offer, free).includes(input.choice)) return err({ code: "weeks_not_open" });
      const weeks = weeksOf(input.choice);
      const obstacle = await findObstacle(tx, actor.personId, campaign, weeks, now);
      if (obstacle) return err(obstacle);

      const applicationId = await writeApplication(tx, { ...input, campaign, pupilId: actor.personId, now });
      const event = { type: "application.submitted", applicationId } satisfies ApplicationEvent;
      const eventId = await recordEvent(tx, event, now);
      const by = { actorId: actor.personId, actorRole: "pupil" as const };
      await recordChange(tx, { applicationId }, { from: "draft", to: "submitted", ...by, eventId }, now);
      return ok({ applicationId });
    });
  } catch (error) {
    if (violatedConstraint(error) === "applications_one_live_per_offer_key")
      return err({ code: "already_applied" });
    throw error;
  }
}

async function findObstacle(
  tx: Transaction,
  pupilId: string,
  campaign: Campaign,
  weeks: number[],
  now: Date,
): Promise<SubmitFailure | null> {
  if (parisDate(now) < campaign.pupilsOpenOn)
    return { code: "campaign_not_open", opensOn: campaign.pupilsOpenOn };
  // The agreement is the school's: without a class of this year nobody could validate it.
  if (!(await hasClass(tx, pupilId, campaign.schoolYear))) return { code: "no_class" };
  const taken = await findTakenWeeks(tx, pupilId, campaign.id);
  if (weeks.some((week) => taken.includes(week))) return { code: "week_already_taken" };
  const live = await findLiveApplications(tx, pupilId, campaign.id);
  return live.length >= campaign.maxLiveApplications
    ? { code: "quota_reached", max: campaign.maxLiveApplications }
    : null;
}

/** Sends the draft kept for this offer when there is one, else writes a new application. */
async function writeApplication(
  tx: Transaction,
  input: SubmitInput & { campaign: Campaign; pupilId: string; now: Date },
): Promise<string> {
  const { campaign, offerId, pupilId, now } = input;
  await tx
    .delete(applications)
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.offerId, offerId),
        eq(applications.status, "draft"),
      ),
    );
  const id = newId();
  await tx.insert(applications).values({
    id,
    campaignId: campaign.id,
    offerId,
    pupilId,
    status: "submitted",
    motivation: input.motivation,
    createdAt: now,
    updatedAt: now,
    submittedAt: now,
    deadlineAt: deadlineAfter(now, campaign.hostAnswerDays),
  });
  await tx.insert(applicationWeeks).values(
    weeksOf(input.choice).map((week) => ({
      applicationId: id,
      offerId,
      pupilId,
      campaignId: campaign.id,
      week,
      state: "asked" as const,
    })),
  );
  return id;
}
