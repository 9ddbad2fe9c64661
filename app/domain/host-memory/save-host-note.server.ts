import { and, eq } from "drizzle-orm";
import { newId } from "#app/kernel/ids.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { hostNotes } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../use-case.ts";
import { isRememberedHost } from "./host-memory.queries.server.ts";

interface HostNoteInput {
  schoolUai: string;
  siret: string;
  noteId?: string | undefined;
  body: string;
}

/** Someone of the team writes what the school remembers of a host that took its pupils; only who wrote it writes it again. */
export async function saveHostNote(
  { db, clock, actor }: ActorContext,
  { noteId, body, ...host }: HostNoteInput,
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    if (!(await isRememberedHost(tx, actor, host))) return err({ code: "not_found" });
    const authorId = actor.personId;
    if (noteId === undefined) {
      await tx.insert(hostNotes).values({ ...host, id: newId(), authorId, body, writtenAt: now });
      return ok();
    }
    const own = and(
      eq(hostNotes.id, noteId),
      eq(hostNotes.authorId, authorId),
      eq(hostNotes.schoolUai, host.schoolUai),
      eq(hostNotes.siret, host.siret),
    );
    const changed = await tx.update(hostNotes).set({ body, changedAt: now }).where(own).returning();
    return changed.length > 0 ? ok() : err({ code: "not_found" });
  });
}
