import { asc, eq } from "drizzle-orm";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { takeBackUntil } from "#app/domain/history/take-back.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { agreements, stateChanges } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { AgreementFailure } from "./agreement.failures.ts";
import { mayAct } from "./agreement.ts";
import { partyOf } from "./agreements.policy.ts";
import { findAgreement } from "./agreements.store.server.ts";
import { agreementValidationTakenBack } from "./events.ts";

/**
 * A teacher of the class takes back a validation pressed by mistake, within a few minutes and before the signatures: the
 * agreement is to be validated again, and those who were told are told so. The PDF goes back to a draft.
 */
export async function takeBackValidation(
  { db, clock, actor }: ActorContext,
  { agreementId }: { agreementId: string },
): Promise<Result<void, AgreementFailure | Failure<"too_late">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const agreement = await findAgreement(tx, agreementId, { lock: true });
    const party = agreement && partyOf(actor, agreement);
    if (!agreement || !party) return err({ code: "not_found" });
    const { status } = agreement;
    if (!mayAct(status, "take_back_validation", party)) return err({ code: "not_possible", status });
    const changes = await listChanges(tx, agreementId);
    if (!takeBackUntil(changes, { to: "teacher_validated", by: "teacher" }, now))
      return err({ code: "too_late" });

    await tx
      .update(agreements)
      .set({ status: "completed", validatedAt: null, updatedAt: now })
      .where(eq(agreements.id, agreementId));
    const change = {
      from: status,
      to: "completed",
      actorId: actor.personId,
      actorRole: "teacher" as const,
      eventId: await recordEvent(tx, agreementValidationTakenBack, { agreementId }, now),
    };
    await recordChange(tx, { agreementId }, change, now);
    return ok();
  });
}

async function listChanges(tx: Transaction, agreementId: string) {
  return tx
    .select({
      from: stateChanges.fromStatus,
      to: stateChanges.toStatus,
      by: stateChanges.actorRole,
      at: stateChanges.changedAt,
    })
    .from(stateChanges)
    .where(eq(stateChanges.agreementId, agreementId))
    .orderBy(asc(stateChanges.changedAt), asc(stateChanges.id))
    .limit(100);
}
