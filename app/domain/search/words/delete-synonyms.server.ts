import { eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { searchSynonyms } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { forgetSynonyms } from "./synonym-book.server.ts";

/** An administrator takes a group of synonyms away: its words find only themselves again. */
export async function deleteSynonyms(
  { db, clock, actor, origin }: ActorContext,
  { id }: { id: string },
): Promise<Result<void, Failure<"not_found">>> {
  const deleted = await inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "not_found" });
    const rows = await tx
      .delete(searchSynonyms)
      .where(eq(searchSynonyms.id, id))
      .returning({ id: searchSynonyms.id });
    if (rows.length === 0) return err({ code: "not_found" });
    const deletion = { action: "synonyms.deleted", as: "admin", on: { kind: "synonyms", id } } as const;
    await appendAudit(tx, { actor, origin }, deletion, clock.now());
    return ok();
  });
  forgetSynonyms();
  return deleted;
}
