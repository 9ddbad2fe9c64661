import { and, eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { classMembers } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ClassTeacherRole } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { roleAt } from "../schools.policy.ts";
import { findOwnSchoolOf } from "./school-classes.queries.server.ts";

/** The head or the office takes a class away from a teacher, who reads nothing of it any more; agreements keep whom they name. */
export async function removeTeacher(
  { db, clock, actor, origin }: ActorContext,
  { classGroupId, personId, role }: { classGroupId: string; personId: string; role: ClassTeacherRole },
): Promise<Result<void, Failure<"not_found">>> {
  return inTransaction(db, async (tx) => {
    const uai = await findOwnSchoolOf(tx, actor, classGroupId);
    if (!uai) return err({ code: "not_found" });
    const removed = await tx
      .delete(classMembers)
      .where(
        and(
          eq(classMembers.classGroupId, classGroupId),
          eq(classMembers.personId, personId),
          eq(classMembers.role, role),
        ),
      )
      .returning({ personId: classMembers.personId });
    if (removed.length === 0) return err({ code: "not_found" });
    const on = { kind: "class", id: classGroupId } as const;
    const act = { action: "class.teacher_removed", as: roleAt(actor, uai), on } as const;
    await appendAudit(tx, { actor, origin }, act, clock.now());
    return ok();
  });
}
