import { eq } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { savedSearches } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext, UseCaseContext } from "../use-case.ts";
import { changeOwnSearch } from "./saved-searches.store.server.ts";

/** Stops the alerts of a search, or starts them again: what came in between is not told. */
export function stopSavedSearch(
  { db, clock, actor }: ActorContext,
  { savedSearchId, undo = false }: { savedSearchId: string; undo?: boolean },
): Promise<Result<void, Failure<"not_found">>> {
  const stoppedAt = undo ? null : clock.now();
  return inTransaction(db, async (tx) => {
    const key = { personId: actor.personId, savedSearchId };
    return (await changeOwnSearch(tx, key, { stoppedAt })) ? ok() : err({ code: "not_found" });
  });
}

/** The same by the signed link of a letter: whoever holds it may do it. Done twice, it is done once. */
export function stopSavedSearchByLink(
  { db, clock }: UseCaseContext,
  { savedSearchId, undo = false }: { savedSearchId: string; undo?: boolean },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const changed = await tx
      .update(savedSearches)
      .set({ stoppedAt: undo ? null : clock.now() })
      .where(eq(savedSearches.id, savedSearchId))
      .returning({ id: savedSearches.id });
    return changed.length > 0 ? ok() : err({ code: "not_found" });
  });
}
