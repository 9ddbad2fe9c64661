import { and, eq, inArray } from "drizzle-orm";
import { appendAudit, type AuditedBy } from "#app/domain/audit/append-audit.server.ts";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers } from "#db/schema/index.ts";
import type { ClassTeacherRole, Role } from "../../accounts/actor.ts";

interface Entrusted {
  classGroupId: string;
  personId: string;
  role: ClassTeacherRole;
}

/** A teacher of its school follows the class from then on. Twice is once: the row, and its audit, are written by the first. */
export async function entrustClass(
  tx: Queryable,
  { classGroupId, personId, role }: Entrusted,
  now: Date,
  { as, ...by }: AuditedBy & { as: Role },
): Promise<void> {
  const entrusted = await tx
    .insert(classMembers)
    .values({ classGroupId, personId, role, joinedAt: now })
    .onConflictDoNothing()
    .returning({ personId: classMembers.personId });
  if (entrusted.length === 0) return;
  const on = { kind: "class", id: classGroupId } as const;
  await appendAudit(tx, by, { action: "class.teacher_assigned", as, actorId: personId, on }, now);
}

/** Among these classes, those of the school. */
export async function classesOfSchool(
  tx: Queryable,
  uai: string,
  classGroupIds: readonly string[],
): Promise<string[]> {
  if (classGroupIds.length === 0) return [];
  const rows = await tx
    .select({ id: classGroups.id })
    .from(classGroups)
    .where(and(eq(classGroups.schoolUai, uai), inArray(classGroups.id, [...classGroupIds])));
  return rows.map(({ id }) => id);
}
