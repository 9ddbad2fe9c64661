import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { findFollowed, writeEntry } from "./log.store.server.ts";

/** Someone who follows the pupil writes a note for colleagues who do too; only who wrote it writes it again. */
export async function saveNote(
  { db, clock, actor }: ActorContext,
  input: { pupilId: string; entryId: string | null; text: string },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    if (!(await findFollowed(tx, actor, input.pupilId, now))) return err({ code: "not_found" });
    const written = await writeEntry(tx, actor, { ...input, kind: "note", contact: null }, now);
    return written ? ok() : err({ code: "not_found" });
  });
}
