import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import type { AlertFrequency } from "./saved-search.ts";
import { changeOwnSearch } from "./saved-searches.store.server.ts";

/** How soon the pupil is told of the offers that answer a search. */
export function setAlertFrequency(
  { db, actor }: ActorContext,
  { savedSearchId, frequency }: { savedSearchId: string; frequency: AlertFrequency },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const key = { personId: actor.personId, savedSearchId };
    return (await changeOwnSearch(tx, key, { frequency })) ? ok() : err({ code: "not_found" });
  });
}
