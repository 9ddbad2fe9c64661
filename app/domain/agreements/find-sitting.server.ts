import { and, eq, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, identities, persons, schools } from "#db/schema/index.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { hasAWayIn } from "#app/domain/accounts/has-a-way-in.server.ts";
import { followedPupils } from "#app/domain/agreements/agreements.scope.server.ts";

/** Who the pupil is and where they sit, when the reader follows that class, or that pupil alone: every page and act about a pupil asks it. */
export async function findSitting(db: Queryable, actor: Actor, pupilId: string, schoolYear: string) {
  const [found] = await db
    .select({
      id: persons.id,
      firstName: persons.firstName,
      lastName: persons.lastName,
      birthDate: persons.birthDate,
      schoolUai: schools.uai,
      schoolName: schools.name,
      classGroupId: classGroups.id,
      className: classGroups.name,
      activated: hasAWayIn(),
      firstSeenAt: sql<Date | null>`(select min(${identities.validFrom}) from ${identities}
        where ${identities.personId} = ${persons.id} and ${persons.lastSeenAt} is not null)`.mapWith(
        identities.validFrom,
      ),
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(
      and(
        eq(classMembers.personId, pupilId),
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, schoolYear),
        followedPupils(db, actor),
      ),
    )
    .limit(1);
  return found ?? null;
}
