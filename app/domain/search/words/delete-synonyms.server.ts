import { eq } from "drizzle-orm";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { searchSynonyms } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { forgetSynonyms } from "./synonym-book.server.ts";

/** An administrator takes a group of synonyms away: its words find only themselves again. */
export async function deleteSynonyms(
  { db, actor }: ActorContext,
  { id }: { id: string },
): Promise<Result<void, Failure<"not_found">>> {
  const deleted = await inTransaction(db, async (tx) => {
    if (!hasRole(actor, "admin")) return err({ code: "not_found" });
    const rows = await tx
      .delete(searchSynonyms)
      .where(eq(searchSynonyms.id, id))
      .returning({ id: searchSynonyms.id });
    return rows.length > 0 ? ok() : err({ code: "not_found" });
  });
  forgetSynonyms();
  return deleted;
}
