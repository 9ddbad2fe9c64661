import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { endSessions } from "./accounts.store.server.ts";
import { hasRole } from "./actor.ts";

/** An administrator closes every session of somebody, on every device. */
export async function endPersonSessions(
  { db, clock, actor, origin }: ActorContext,
  { personId }: { personId: string },
): Promise<Result<void, Failure<"not_found">>> {
  if (!hasRole(actor, "admin")) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    await endSessions(tx, personId);
    const on = { kind: "person" as const, id: personId };
    const ended = { action: "account.sessions_ended" as const, as: "admin" as const, on };
    await appendAudit(tx, { actor, origin }, ended, clock.now());
    return ok();
  });
}
