import { and, asc, eq, inArray } from "drizzle-orm";
import { followedClasses } from "#app/domain/agreements/agreements.scope.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, persons, schools } from "#db/schema/index.ts";

/** A class of this school year that the actor teaches or runs; null for any other. */
export async function findFollowedClass(
  tx: Queryable,
  actor: Actor,
  { classGroupId, schoolYear }: { classGroupId: string; schoolYear: string },
) {
  const [found] = await tx
    .select({ id: classGroups.id, name: classGroups.name, schoolName: schools.name, schoolUai: schools.uai })
    .from(classGroups)
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .where(
      and(
        eq(classGroups.id, classGroupId),
        eq(classGroups.schoolYear, schoolYear),
        followedClasses(tx, actor),
      ),
    );
  return found ?? null;
}

/** Which of these sit in the class as pupils. Locked in one order: two who print at once do it one after the other. */
export async function lockPupils(
  tx: Queryable,
  classGroupId: string,
  personIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: persons.id })
    .from(persons)
    .innerJoin(classMembers, eq(classMembers.personId, persons.id))
    .where(
      and(
        eq(classMembers.classGroupId, classGroupId),
        eq(classMembers.role, "pupil"),
        inArray(persons.id, [...personIds]),
      ),
    )
    .orderBy(asc(persons.id))
    .for("no key update", { of: persons });
  return rows.map(({ id }) => id);
}
