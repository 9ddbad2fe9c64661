import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { accountOpenings } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { findPerson } from "../accounts.store.server.ts";
import { hasRole } from "../actor.ts";
import { endOfOpening, type OpeningReason } from "./opening.ts";

/**
 * An administrator says why they read somebody's account, and may for a quarter of an hour, this one only. Its owner is shown who
 * looked when and why; the audit keeps the reason, not the words.
 */
export async function openAccount(
  { db, clock, actor, origin }: ActorContext,
  { personId, reason, explanation }: { personId: string; reason: OpeningReason; explanation: string },
): Promise<Result<void, Failure<"not_found">>> {
  const openedAt = clock.now();
  return inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin") || !(await findPerson(tx, personId))) return err({ code: "not_found" });
    await tx.insert(accountOpenings).values({
      personId,
      openedBy: actor.personId,
      reason,
      explanation,
      openedAt,
      endsAt: endOfOpening(openedAt),
    });
    const on = { kind: "person" as const, id: personId };
    await appendAudit(tx, { actor, origin }, { action: "account.opened", as: "admin", on, reason }, openedAt);
    return ok();
  });
}
