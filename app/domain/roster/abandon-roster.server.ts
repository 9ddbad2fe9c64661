import { eq } from "drizzle-orm";
import type { ActorContext } from "#app/domain/use-case.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { rosterImports } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { REPLACEABLE_STATUSES } from "./roster-import.ts";
import { getRosterImport } from "./roster-imports.queries.server.ts";
import { endImports } from "./roster-imports.store.server.ts";

/** The school gives up a file that is not being written: it is forgotten, and nothing has changed. */
export async function abandonRoster(
  { db, clock, actor }: ActorContext,
  { importId }: { importId: string },
): Promise<Result<void, Failure<"not_found" | "over">>> {
  if (!(await getRosterImport(db, actor, importId))) return err({ code: "not_found" });
  return inTransaction(db, async (tx) => {
    const own = eq(rosterImports.id, importId);
    const ended = await endImports(tx, own, REPLACEABLE_STATUSES, { status: "abandoned" }, clock.now());
    return ended.length > 0 ? ok() : err({ code: "over" });
  });
}
