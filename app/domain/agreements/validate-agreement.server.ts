import { eq } from "drizzle-orm";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { enqueueJob } from "#app/domain/outbox/enqueue-job.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { TASKS } from "#app/domain/outbox/tasks.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { agreements } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { ValidateFailure } from "./agreement.failures.ts";
import { mayAct } from "./agreement.ts";
import { checkAgreement, isLawful } from "./content/agreement-checks.ts";
import { partyOf } from "./agreements.policy.ts";
import { findAgreement, listOtherSchedules } from "./agreements.store.server.ts";
import { agreementValidated } from "./events.ts";

/**
 * The teacher vouches for the content: activities fit, hours are lawful, the host exists. `contentHash` is the hash of what was
 * read: a content changed meanwhile is refused as stale. What the automatic checks refuse, nobody can validate. The PDF is made by a
 * job of the same transaction.
 */
export async function validateAgreement(
  { db, clock, actor }: ActorContext,
  input: { agreementId: string; contentHash: string },
): Promise<Result<void, ValidateFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const agreement = await findAgreement(tx, input.agreementId, { lock: true });
    const party = agreement && partyOf(actor, agreement);
    if (!agreement || !party) return err({ code: "not_found" });
    if (!mayAct(agreement.status, "validate", party))
      return err({ code: "not_possible", status: agreement.status });
    if (agreement.contentHash !== input.contentHash) return err({ code: "stale" });
    if (!isLawful(checkAgreement(agreement.content, await listOtherSchedules(tx, agreement))))
      return err({ code: "not_lawful" });

    await tx
      .update(agreements)
      .set({ status: "teacher_validated", validatedAt: now, updatedAt: now })
      .where(eq(agreements.id, agreement.id));
    const change = {
      from: agreement.status,
      to: "teacher_validated",
      actorId: actor.personId,
      actorRole: "teacher" as const,
      eventId: await recordEvent(tx, agreementValidated, { agreementId: agreement.id }, now),
    };
    await recordChange(tx, { agreementId: agreement.id }, change, now);
    await enqueueJob(
      tx,
      TASKS.renderAgreement,
      { agreementId: agreement.id },
      `pdf:${agreement.id}:${agreement.version}`,
    );
    return ok();
  });
}
