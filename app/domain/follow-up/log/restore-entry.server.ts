import { eq } from "drizzle-orm";
import { takeBackSince } from "#app/domain/history/take-back.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { pupilLogEntries } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { lockOwnEntry, type EntryKey } from "./log.store.server.ts";

/** What was taken back by mistake is there again, within a few minutes; later it is gone. */
export async function restoreEntry(
  { db, clock, actor }: ActorContext,
  key: EntryKey,
): Promise<Result<void, Failure<"not_found" | "too_late">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const entry = await lockOwnEntry(tx, actor, key, now);
    if (!entry) return err({ code: "not_found" });
    if (!entry.removedAt) return ok();
    if (entry.removedAt < takeBackSince(now)) return err({ code: "too_late" });
    await tx.update(pupilLogEntries).set({ removedAt: null }).where(eq(pupilLogEntries.id, entry.id));
    return ok();
  });
}
