import { and, eq, inArray } from "drizzle-orm";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { choiceOf } from "#app/domain/offers/offer.ts";
import { canManageOffer } from "#app/domain/offers/offers.policy.ts";
import { findOffer, reprojectLimitedOffers } from "#app/domain/offers/offers.store.server.ts";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { applications } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { TransferFailure } from "./application.failures.ts";
import { deadlineAfter, LIVE_STATUSES, nextStatus } from "./application.ts";
import { partyOf } from "./applications.policy.ts";
import {
  findApplication,
  insertSubmitted,
  lockApplications,
  lockPupil,
} from "./applications.store.server.ts";
import { endApplication, type AllowedChange } from "./change-application.server.ts";
import { checkOffer } from "./check-admission.server.ts";
import { applicationTransferred } from "./events.ts";

/**
 * The host passes an application that it has not answered on to another of its offers, with free seats for the same weeks:
 * the application ends there and a new one, with the same letter, waits for an answer at the other offer. The pupil is told;
 * nothing is passed on where the pupil has already applied, or may not apply.
 */
export async function transferApplication(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string; offerId: string },
): Promise<Result<{ applicationId: string }, TransferFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const found = await findApplication(tx, input.applicationId);
    if (!found || partyOf(actor, found) !== "host" || found.status === "draft")
      return err({ code: "not_found" });
    await lockPupil(tx, found.pupilId);
    await lockSeats(tx, [found.offerId, input.offerId]);
    const [application] = await lockApplications(tx, [found.id]);
    if (!application) return err({ code: "not_found" });
    const to = nextStatus(application.status, "transfer", "host");
    if (!to) return err({ code: "not_possible", status: application.status });
    if (application.offerId === input.offerId) return err({ code: "same_offer" });
    const target = await findOffer(tx, input.offerId);
    if (!target || !canManageOffer(actor, target) || target.organisationId !== application.organisationId)
      return err({ code: "offer_closed" });
    if (await holdsApplication(tx, application.pupilId, input.offerId))
      return err({ code: "already_applied" });
    const pupil = await findActor(tx, application.pupilId, now);
    const asked = { offerId: input.offerId, choice: choiceOf(application.weeks) };
    const open = await checkOffer(tx, pupil, asked, now);
    if (!open.ok) return open;
    const deadlineAt = deadlineAfter(now, open.value.hostAnswerDays);
    const moved = { offerId: input.offerId, deadlineAt, actorId: actor.personId };
    return ok({ applicationId: await moveTo(tx, { application, to }, moved, now) });
  });
}

/** Ends the application here and writes it anew there: one event tells of both. */
async function moveTo(
  tx: Transaction,
  { application, to }: AllowedChange,
  moved: { offerId: string; deadlineAt: Date; actorId: string },
  now: Date,
): Promise<string> {
  const { id: applicationId, campaignId, pupilId, weeks } = application;
  const { offerId, deadlineAt, actorId } = moved;
  const newApplicationId = newId();
  const by = { actorId, actorRole: "host" as const };
  const event = newEvent(applicationTransferred, { applicationId, newApplicationId });
  const { eventId } = await endApplication(tx, application, { to, event, ...by }, now);
  await insertSubmitted(
    tx,
    {
      id: newApplicationId,
      campaignId,
      offerId,
      pupilId,
      weeks,
      deadlineAt,
      motivation: await findLetter(tx, applicationId),
      transferredFrom: applicationId,
    },
    now,
  );
  await reprojectLimitedOffers(tx, [offerId], now);
  const change = { from: null, to: "submitted", ...by, eventId };
  await recordChange(tx, { applicationId: newApplicationId }, change, now);
  return newApplicationId;
}

async function findLetter(tx: Queryable, applicationId: string): Promise<string> {
  const [row] = await tx
    .select({ motivation: applications.motivation })
    .from(applications)
    .where(eq(applications.id, applicationId));
  return row?.motivation ?? "";
}

/** Live or confirmed, or a letter begun: the pupil has their own words for that offer. */
async function holdsApplication(tx: Queryable, pupilId: string, offerId: string): Promise<boolean> {
  const held = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.offerId, offerId),
        inArray(applications.status, ["draft", ...LIVE_STATUSES, "confirmed"]),
      ),
    );
  return held.length > 0;
}
