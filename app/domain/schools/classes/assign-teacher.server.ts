import { and, eq } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { affiliations, classMembers } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import type { ClassTeacherRole } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { roleAt } from "../schools.policy.ts";
import { findOwnSchoolOf } from "./school-classes.queries.server.ts";

/**
 * The head or the office entrusts a class to a teacher of its school, who follows its pupils from then on. Twice is once: the
 * row, and its audit, are written by the first.
 */
export async function assignTeacher(
  { db, clock, actor, origin }: ActorContext,
  { classGroupId, personId, role }: { classGroupId: string; personId: string; role: ClassTeacherRole },
): Promise<Result<void, Failure<"not_found">>> {
  const now = clock.now();
  return inTransaction(db, async (tx) => {
    const uai = await findOwnSchoolOf(tx, actor, classGroupId);
    if (!uai) return err({ code: "not_found" });
    const [teacher] = await tx
      .select({ id: affiliations.id })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.personId, personId),
          eq(affiliations.schoolUai, uai),
          eq(affiliations.role, "teacher"),
          affiliationInForce(parisDate(now)),
        ),
      )
      .limit(1);
    if (!teacher) return err({ code: "not_found" });
    const assigned = await tx
      .insert(classMembers)
      .values({ classGroupId, personId, role, joinedAt: now })
      .onConflictDoNothing()
      .returning({ personId: classMembers.personId });
    if (assigned.length === 0) return ok();
    const on = { kind: "class", id: classGroupId } as const;
    const act = { action: "class.teacher_assigned", as: roleAt(actor, uai), on } as const;
    await appendAudit(tx, { actor, origin }, act, now);
    return ok();
  });
}
