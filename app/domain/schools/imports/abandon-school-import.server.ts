import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { endImport } from "./school-imports.store.server.ts";

/** An administrator gives up an import that is under way: the schools stay as they were, and another may be sent. */
export async function abandonSchoolImport(
  { db, clock, actor, origin }: ActorContext,
  { importId }: { importId: string },
): Promise<Result<void, Failure<"over">>> {
  return inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "over" });
    const now = clock.now();
    if (!(await endImport(tx, importId, { status: "abandoned" }, now))) return err({ code: "over" });
    const on = { kind: "school_import", id: importId } as const;
    await appendAudit(tx, { actor, origin }, { action: "directory.abandoned", as: "admin", on }, now);
    return ok();
  });
}
