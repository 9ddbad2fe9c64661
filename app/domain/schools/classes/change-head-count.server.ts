import { and, eq, inArray } from "drizzle-orm";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { classGroups } from "#db/schema/index.ts";
import type { ActorContext } from "../../use-case.ts";
import { schoolsSetUpBy } from "../schools.policy.ts";

/** How many pupils the school expects in a class; it may differ from those entered. */
export async function changeHeadCount(
  { db, actor }: ActorContext,
  { classGroupId, headCount }: { classGroupId: string; headCount: number },
): Promise<Result<void, Failure<"not_found">>> {
  const changed = await db
    .update(classGroups)
    .set({ headCount })
    .where(and(eq(classGroups.id, classGroupId), inArray(classGroups.schoolUai, schoolsSetUpBy(actor))))
    .returning({ id: classGroups.id });
  return changed.length > 0 ? ok() : err({ code: "not_found" });
}
