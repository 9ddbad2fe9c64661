import type { SchoolClasses } from "./school-class.ts";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, persons, schools } from "#db/schema/index.ts";
import type { Actor } from "../../accounts/actor.ts";
import { hasAWayIn } from "../../accounts/has-a-way-in.server.ts";
import { schoolsSetUpBy } from "../schools.policy.ts";

const MOST_CLASSES = 200;

/** The classes of a school year where the actor is head or office, with their pupils in figures. */
export async function listSchoolClasses(
  db: Queryable,
  actor: Actor,
  schoolYear: string,
): Promise<SchoolClasses[]> {
  const uais = schoolsSetUpBy(actor);
  if (uais.length === 0) return [];
  const places = await db
    .select({ uai: schools.uai, name: schools.name })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.name), asc(schools.uai));
  const rows = await db
    .select({
      uai: classGroups.schoolUai,
      id: classGroups.id,
      name: classGroups.name,
      headCount: classGroups.headCount,
      pupils: sql<number>`count(${persons.id})::int`,
      activated: sql<number>`count(*) filter (where ${hasAWayIn()})::int`,
    })
    .from(classGroups)
    .leftJoin(
      classMembers,
      and(eq(classMembers.classGroupId, classGroups.id), eq(classMembers.role, "pupil")),
    )
    .leftJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(inArray(classGroups.schoolUai, uais), eq(classGroups.schoolYear, schoolYear)))
    .groupBy(classGroups.id)
    .orderBy(asc(classGroups.name), asc(classGroups.id))
    .limit(MOST_CLASSES);
  return places.map((place) => ({
    ...place,
    classes: rows.flatMap(({ uai, ...row }) => (uai === place.uai ? [row] : [])),
  }));
}

/** The school of a class, where the actor is its head or office; null elsewhere. */
export async function findOwnSchoolOf(
  db: Queryable,
  actor: Actor,
  classGroupId: string,
): Promise<string | null> {
  const [found] = await db
    .select({ uai: classGroups.schoolUai })
    .from(classGroups)
    .where(and(eq(classGroups.id, classGroupId), inArray(classGroups.schoolUai, schoolsSetUpBy(actor))));
  return found?.uai ?? null;
}

/** The class, where the actor is head or office; null elsewhere. */
export async function getOwnClass(
  db: Queryable,
  actor: Actor,
  classGroupId: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await db
    .select({ id: classGroups.id, name: classGroups.name })
    .from(classGroups)
    .where(and(eq(classGroups.id, classGroupId), inArray(classGroups.schoolUai, schoolsSetUpBy(actor))));
  return found ?? null;
}
