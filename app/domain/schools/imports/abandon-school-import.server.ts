import { hasRole } from "#app/domain/accounts/actor.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { endImport } from "./school-imports.store.server.ts";

/** An administrator gives up an import that is under way: the schools stay as they were, and another may be sent. */
export async function abandonSchoolImport(
  { db, clock, actor }: ActorContext,
  { importId }: { importId: string },
): Promise<Result<void, Failure<"over">>> {
  return inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "over" });
    const ended = await endImport(tx, importId, { status: "abandoned" }, clock.now());
    return ended ? ok() : err({ code: "over" });
  });
}
