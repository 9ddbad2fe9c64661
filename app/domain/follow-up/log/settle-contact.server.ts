import { eq } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { pupilLogEntries } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import type { ContactState } from "./log-entry.ts";
import { lockOwnEntry, type EntryKey } from "./log.store.server.ts";

/** Who planned an exchange says in one tap whether it took place. One that is settled already stays so: it is written again. */
export async function settleContact(
  { db, clock, actor }: ActorContext,
  { state, ...key }: EntryKey & { state: Exclude<ContactState, "planned"> },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const entry = await lockOwnEntry(tx, actor, { ...key, kind: "contact" }, now);
    if (!entry || entry.removedAt) return err({ code: "not_found" });
    if (entry.state !== "planned") return ok();
    await tx.update(pupilLogEntries).set({ state, changedAt: now }).where(eq(pupilLogEntries.id, entry.id));
    return ok();
  });
}
