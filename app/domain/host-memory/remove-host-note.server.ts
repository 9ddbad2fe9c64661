import { and, eq, inArray } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { hostNotes } from "#db/schema/index.ts";
import type { ActorContext } from "../use-case.ts";
import { teamSchools } from "./host-memory.queries.server.ts";

/** Whoever wrote a note removes it, as long as they are of the school. */
export async function removeHostNote(
  { db, actor }: ActorContext,
  { noteId }: { noteId: string },
): Promise<Result<void, Failure<"not_found">>> {
  const removed = await db
    .delete(hostNotes)
    .where(
      and(
        eq(hostNotes.id, noteId),
        eq(hostNotes.authorId, actor.personId),
        inArray(hostNotes.schoolUai, teamSchools(actor)),
      ),
    )
    .returning({ id: hostNotes.id });
  return removed.length > 0 ? ok() : err({ code: "not_found" });
}
