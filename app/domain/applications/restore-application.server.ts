import { endOfDayAfter } from "#app/kernel/deadline.ts";
import { and, desc, eq } from "drizzle-orm";
import { choiceOf } from "#app/domain/offers/offer.ts";
import { newEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { applications, reminderMarks, stateChanges } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { RestoreFailure } from "./application.failures.ts";
import { applyTransition } from "./apply-transition.server.ts";
import { checkAdmission } from "./check-admission.server.ts";
import { applicationRestored } from "./events.ts";
import { lockForAction } from "./lock-for-action.server.ts";

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
      const locked = await lockForAction(tx, actor, applicationId, "restore");
      if (!locked.ok) return locked;
      const { application } = locked.value;
      if (!(await isRestorable(tx, applicationId))) return err({ code: "not_restorable" });
      const { offerId, weeks } = application;
      const admitted = await checkAdmission(tx, actor, { offerId, choice: choiceOf(weeks) }, now);
      if (!admitted.ok) return admitted;
      if (await hasDraft(tx, actor.personId, offerId)) return err({ code: "letter_begun" });

      const event = newEvent(applicationRestored, { applicationId });
      const deadlineAt = endOfDayAfter(now, admitted.value.hostAnswerDays);
      const by = { actorId: actor.personId };
      await applyTransition(tx, { application, action: "restore", event, deadlineAt, ...by }, now);
      await waitAnew(tx, applicationId, now);
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

/** As if it were sent now: reminders come again, a second restoration does not. */
async function waitAnew(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.update(applications).set({ submittedAt: now, restoredAt: now }).where(eq(applications.id, id));
  await tx.delete(reminderMarks).where(eq(reminderMarks.subjectId, id));
}
