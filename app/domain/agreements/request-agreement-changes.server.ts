import { eq } from "drizzle-orm";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { agreementRemarks, agreements } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { AgreementFailure } from "./agreement.failures.ts";
import { mayAct, type AgreementSide } from "./agreement.ts";
import { partyOf } from "./agreements.policy.ts";
import { findAgreement } from "./agreements.store.server.ts";
import { agreementChangesRequested } from "./events.ts";

/** The teacher sends the agreement back with a comment, to the side that can answer it. */
export async function requestAgreementChanges(
  { db, clock, actor }: ActorContext,
  input: { agreementId: string; field: string | null; addressee: AgreementSide; comment: string },
): Promise<Result<void, AgreementFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const agreement = await findAgreement(tx, input.agreementId, { lock: true });
    const party = agreement && partyOf(actor, agreement);
    if (!agreement || !party) return err({ code: "not_found" });
    if (!mayAct(agreement.status, "request_changes", party))
      return err({ code: "not_possible", status: agreement.status });

    const { field, addressee, comment } = input;
    await tx.insert(agreementRemarks).values({
      id: newId(),
      agreementId: agreement.id,
      version: agreement.version,
      field,
      addressee,
      comment,
      authorId: actor.personId,
      createdAt: now,
    });
    await tx
      .update(agreements)
      .set({ status: "changes_requested", updatedAt: now })
      .where(eq(agreements.id, agreement.id));
    const about = { agreementId: agreement.id, addressee };
    const change = {
      from: agreement.status,
      to: "changes_requested",
      actorId: actor.personId,
      actorRole: "teacher" as const,
      reason: comment,
      eventId: await recordEvent(tx, agreementChangesRequested, about, now),
    };
    await recordChange(tx, { agreementId: agreement.id }, change, now);
    return ok();
  });
}
