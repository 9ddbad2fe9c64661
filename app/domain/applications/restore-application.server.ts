import { and, desc, eq } from "drizzle-orm";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { choiceOf } from "#app/domain/offers/offer.ts";
import { reprojectLimitedOffers } from "#app/domain/offers/offers.store.server.ts";
import { lockSeats } from "#app/domain/offers/seats.store.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { applications, applicationWeeks, reminderMarks, stateChanges } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { RestoreFailure } from "./application.failures.ts";
import { deadlineAfter, nextStatus } from "./application.ts";
import { partyOf } from "./applications.policy.ts";
import { findApplication, lockApplications, lockPupil } from "./applications.store.server.ts";
import { checkAdmission } from "./check-admission.server.ts";
import { applicationRestored } from "./events.ts";

/**
 * The pupil takes back an application that they had withdrawn, once, while the offer still has seats for its weeks. It waits
 * for the host like a new one: new deadline, nothing read yet, reminders to come again.
 */
export async function restoreApplication(
  { db, clock, actor }: ActorContext,
  { applicationId }: { applicationId: string },
): Promise<Result<void, RestoreFailure>> {
  const now = clock.now();
  return inTransaction(
    db,
    async (tx) => {
      const found = await findApplication(tx, applicationId);
      if (!found || partyOf(actor, found) !== "pupil" || found.status === "draft")
        return err({ code: "not_found" });
      await lockPupil(tx, actor.personId);
      await lockSeats(tx, [found.offerId]);
      const [application] = await lockApplications(tx, [applicationId]);
      if (!application) return err({ code: "not_found" });
      const from = application.status;
      const to = nextStatus(from, "restore", "pupil");
      if (!to) return err({ code: "not_possible", status: from });
      if (!(await isRestorable(tx, applicationId))) return err({ code: "not_restorable" });
      const { offerId, weeks } = application;
      const admitted = await checkAdmission(tx, actor, { offerId, choice: choiceOf(weeks) }, now);
      if (!admitted.ok) return admitted;
      if (await hasDraft(tx, actor.personId, offerId)) return err({ code: "letter_begun" });

      await putBack(tx, applicationId, deadlineAfter(now, admitted.value.hostAnswerDays), now);
      await reprojectLimitedOffers(tx, [offerId], now);
      const eventId = await recordEvent(tx, applicationRestored, { applicationId }, now);
      const by = { actorId: actor.personId, actorRole: "pupil" as const };
      await recordChange(tx, { applicationId }, { from, to, ...by, eventId }, now);
      return ok();
    },
    { on: { applications_one_live_per_offer_key: { code: "already_applied" } } },
  );
}

/** Withdrawn by the pupil, for the first time: an objection of a representative stands. */
async function isRestorable(tx: Queryable, applicationId: string): Promise<boolean> {
  const [last] = await tx
    .select({ role: stateChanges.actorRole, restoredAt: applications.restoredAt })
    .from(stateChanges)
    .innerJoin(applications, eq(applications.id, stateChanges.applicationId))
    .where(eq(stateChanges.applicationId, applicationId))
    .orderBy(desc(stateChanges.changedAt), desc(stateChanges.id))
    .limit(1);
  return last?.role === "pupil" && last.restoredAt === null;
}

/** A new letter begun for the same offer is neither lost nor sent in place of the first. */
async function hasDraft(tx: Queryable, pupilId: string, offerId: string): Promise<boolean> {
  const drafts = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.pupilId, pupilId),
        eq(applications.offerId, offerId),
        eq(applications.status, "draft"),
      ),
    );
  return drafts.length > 0;
}

async function putBack(tx: Transaction, id: string, deadlineAt: Date, now: Date): Promise<void> {
  await tx
    .update(applications)
    .set({ status: "submitted", deadlineAt, submittedAt: now, restoredAt: now, updatedAt: now })
    .where(eq(applications.id, id));
  await tx.update(applicationWeeks).set({ state: "asked" }).where(eq(applicationWeeks.applicationId, id));
  await tx.delete(reminderMarks).where(eq(reminderMarks.subjectId, id));
}
