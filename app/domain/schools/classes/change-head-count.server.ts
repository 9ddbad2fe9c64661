import { and, eq, inArray } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { classGroups } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ActorContext } from "../../use-case.ts";
import { roleAt, schoolsSetUpBy } from "../schools.policy.ts";

/** How many pupils the school expects in a class; it may differ from those entered. */
export async function changeHeadCount(
  { db, clock, actor, origin }: ActorContext,
  { classGroupId, headCount }: { classGroupId: string; headCount: number },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const [changed] = await tx
      .update(classGroups)
      .set({ headCount })
      .where(and(eq(classGroups.id, classGroupId), inArray(classGroups.schoolUai, schoolsSetUpBy(actor))))
      .returning({ uai: classGroups.schoolUai });
    if (!changed) return err({ code: "not_found" });
    const as = roleAt(actor, changed.uai);
    const on = { kind: "class", id: classGroupId } as const;
    await appendAudit(tx, { actor, origin }, { action: "class.head_count_changed", as, on }, clock.now());
    return ok();
  });
}
