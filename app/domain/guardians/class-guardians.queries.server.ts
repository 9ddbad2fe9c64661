import { and, asc, eq, sql } from "drizzle-orm";
import { followedClasses, followedPupils } from "#app/domain/agreements/agreements.scope.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, guardians, persons } from "#db/schema/index.ts";
import type { Actor } from "../accounts/actor.ts";
import type { ClassGuardian } from "./class-guardians.ts";
import { codeDestination } from "./guardian-access.ts";
import { isAdult } from "./informing.ts";

/** More than a class has parents. */
const MOST_GUARDIANS = 300;

/** Representatives of a class by pupil, those of adult pupils left out; null when the reader does not follow the class. */
export async function listClassGuardians(
  db: Queryable,
  actor: Actor,
  { classGroupId, at }: { classGroupId: string; at: Date },
): Promise<{ className: string; guardians: ClassGuardian[] } | null> {
  const [found] = await db
    .select({ name: classGroups.name })
    .from(classGroups)
    .where(and(eq(classGroups.id, classGroupId), followedClasses(db, actor)));
  if (!found) return null;
  const rows = await db
    .select({
      id: guardians.id,
      pupilId: persons.id,
      isLost: sql<boolean>`exists (select 1 from suppressed_addresses s where s.address = ${guardians.email}::citext)`,
      name: guardians.name,
      email: guardians.email,
      phone: guardians.phone,
      firstName: persons.firstName,
      lastName: persons.lastName,
      birthDate: persons.birthDate,
    })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .innerJoin(guardians, eq(guardians.pupilId, persons.id))
    .where(and(eq(classMembers.classGroupId, classGroupId), eq(classMembers.role, "pupil")))
    .orderBy(asc(persons.lastName), asc(persons.firstName), asc(guardians.name), asc(guardians.id))
    .limit(MOST_GUARDIANS);
  const today = parisDate(at);
  return {
    className: found.name,
    guardians: rows
      .filter(({ birthDate }) => !isAdult(birthDate, today))
      .map(({ id, pupilId, isLost, name, firstName, lastName, ...contact }) => ({
        id,
        pupilId,
        isLost,
        name,
        pupilName: `${firstName} ${lastName}`,
        destination: codeDestination(contact),
      })),
  };
}

/** The school of a class in which the pupil sits and that this person follows; null when they follow none. */
export async function findFollowedSchool(
  db: Queryable,
  actor: Actor,
  pupilId: string,
): Promise<string | null> {
  const [followed] = await db
    .select({ uai: classGroups.schoolUai })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(and(eq(classMembers.personId, pupilId), eq(classMembers.role, "pupil"), followedPupils(db, actor)))
    .orderBy(asc(classGroups.id))
    .limit(1);
  return followed?.uai ?? null;
}
