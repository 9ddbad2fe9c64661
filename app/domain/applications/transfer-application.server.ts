import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { and, eq, inArray } from "drizzle-orm";
import { findActor } from "#app/domain/accounts/accounts.store.server.ts";
import { choiceOf } from "#app/domain/offers/offer.ts";
import { canManageOffer } from "#app/domain/offers/offers.policy.ts";
import { findOffer } from "#app/domain/offers/offers.store.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { applications } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { TransferFailure } from "./application.failures.ts";
import { LIVE_STATUSES } from "./application.ts";
import type { ApplicationRow } from "./applications.store.server.ts";
import { applyTransition, insertSubmitted } from "./apply-transition.server.ts";
import { checkOffer } from "./check-admission.server.ts";
import { applicationTransferred } from "./events.ts";
import { TRANSFER_REACH_KM } from "./views/host-application.ts";
import { distanceFromSchool } from "./views/transfer-targets.queries.server.ts";
import { lockForAction } from "./lock-for-action.server.ts";

/**
 * The host passes an application that it has not answered on to another of its offers, with free seats for the same weeks:
 * the application ends there and a new one, with the same letter, waits for an answer at the other offer. The pupil is told;
 * nothing is passed on where the pupil has already applied, or may not apply, nor far from the school without a second word.
 */
export async function transferApplication(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string; offerId: string; evenFar?: boolean },
): Promise<Result<{ applicationId: string }, TransferFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const locked = await lockForAction(tx, actor, input.applicationId, "transfer", () => ({
      offerIds: [input.offerId],
    }));
    if (!locked.ok) return locked;
    const { application } = locked.value;
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
    const km = pupil && !input.evenFar ? await distanceFromSchool(tx, pupil, input.offerId) : null;
    if (km !== null && km > TRANSFER_REACH_KM) return err({ code: "too_far", km });
    const deadlineAt = endOfDayAfter(now, open.value.hostAnswerDays);
    const moved = { offerId: input.offerId, deadlineAt, actorId: actor.personId };
    return ok({ applicationId: await moveTo(tx, application, moved, now) });
  });
}

/** Ends the application here and writes it anew there: one event tells of both. */
async function moveTo(
  tx: Transaction,
  application: ApplicationRow,
  { offerId, deadlineAt, actorId }: { offerId: string; deadlineAt: Date; actorId: string },
  now: Date,
): Promise<string> {
  const { id: applicationId, campaignId, pupilId, weeks } = application;
  const newApplicationId = newId();
  const event = newEvent(applicationTransferred, { applicationId, newApplicationId });
  const { eventId } = await applyTransition(tx, { application, action: "transfer", event, actorId }, now);
  const motivation = await findLetter(tx, applicationId);
  const owners = { id: newApplicationId, campaignId, offerId, pupilId, transferredFrom: applicationId };
  const by = { actorId, actorRole: "host", from: null, eventId } as const;
  await insertSubmitted(tx, { ...owners, motivation, weeks, deadlineAt }, by, now);
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
