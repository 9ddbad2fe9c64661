import { and, eq, ne } from "drizzle-orm";
import type { CancelReason } from "#app/domain/applications/application.ts";
import { cancelApplication } from "#app/domain/applications/cancel-application.server.ts";
import { recordChange } from "#app/domain/history/record-change.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { agreements } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { CancelFailure } from "./agreement.failures.ts";
import { mayAct } from "./agreement.ts";
import { agreementCancelled } from "./events.ts";

/**
 * The host takes back an acceptance or a confirmed place, with a reason of a closed list. One transaction gives the seats
 * back, cancels the agreement of a confirmed place and records the events: all of it or nothing.
 */
export async function cancelPlacement(
  { db, clock, actor }: ActorContext,
  input: { applicationId: string; reason: CancelReason },
): Promise<Result<void, CancelFailure>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const cancelled = await cancelApplication(tx, actor, input, now);
    if (!cancelled.ok) return cancelled;
    const agreement = await lockAgreementOf(tx, input.applicationId);
    if (!agreement) return ok();
    if (!mayAct(agreement.status, "cancel", "host")) return err({ code: "agreement_signed" });
    await tx
      .update(agreements)
      .set({ status: "cancelled", updatedAt: now })
      .where(eq(agreements.id, agreement.id));
    const change = {
      from: agreement.status,
      to: "cancelled",
      actorId: actor.personId,
      actorRole: "host" as const,
      reason: input.reason,
      eventId: await recordEvent(tx, agreementCancelled, { agreementId: agreement.id }, now),
    };
    await recordChange(tx, { agreementId: agreement.id }, change, now);
    return ok();
  });
}

/** Last of the locks, after those of the application. */
async function lockAgreementOf(tx: Transaction, applicationId: string) {
  const [agreement] = await tx
    .select({ id: agreements.id, status: agreements.status })
    .from(agreements)
    .where(and(eq(agreements.applicationId, applicationId), ne(agreements.status, "cancelled")))
    .for("update");
  return agreement ?? null;
}
