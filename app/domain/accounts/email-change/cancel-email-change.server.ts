import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { auditChange, findOpenChange, markStopped } from "./email-changes.store.server.ts";

/** The owner takes back a change of address that they asked for: its links are worth nothing any more. */
export async function cancelEmailChange({
  db,
  clock,
  actor,
  origin,
}: ActorContext): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const change = await findOpenChange(tx, actor.personId, { lock: true });
    if (!change) return err({ code: "not_found" });
    await markStopped(tx, change.id, now);
    await auditChange(tx, { actor, origin }, "account.email_change_stopped", actor.personId, now);
    return ok();
  });
}
