import { eq } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { pupilLogEntries } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { lockOwnEntry, type EntryKey } from "./log.store.server.ts";

/** Who wrote a note or an exchange takes it back: nobody reads it any more. Twice changes nothing. */
export async function removeEntry(
  { db, clock, actor }: ActorContext,
  key: EntryKey,
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const entry = await lockOwnEntry(tx, actor, key, now);
    if (!entry) return err({ code: "not_found" });
    if (entry.removedAt) return ok();
    await tx.update(pupilLogEntries).set({ removedAt: now }).where(eq(pupilLogEntries.id, entry.id));
    return ok();
  });
}
