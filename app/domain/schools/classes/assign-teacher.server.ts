import { and, eq } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { affiliations } from "#db/schema/index.ts";
import { inTransaction } from "#db/transaction.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import type { ClassTeacherRole } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { roleAt } from "../schools.policy.ts";
import { entrustClass } from "./entrusted-classes.store.server.ts";
import { findOwnSchoolOf } from "./school-classes.queries.server.ts";

/**
 * The head or the office entrusts a class to a teacher of its school, who follows its pupils from then on.
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
    const by = { actor, origin, as: roleAt(actor, uai) };
    await entrustClass(tx, { classGroupId, personId, role }, now, by);
    return ok();
  });
}
