import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { affiliations, classGroups, classMembers, persons } from "#db/schema/index.ts";
import { affiliationInForce, teachesClass } from "../../accounts/affiliation-in-force.server.ts";
import { CLASS_TEACHER_ROLES } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { schoolsSetUpBy } from "../schools.policy.ts";
import type { ClassTeacher, SchoolTeacher } from "./class-teacher.ts";

const MOST_LISTED = 600;
const name = sql<string>`${persons.lastName} || ' ' || ${persons.firstName}`;
const inOrder = [asc(persons.lastName), asc(persons.firstName), asc(persons.id)];

/** The teachers of each class of a school year where the actor is head or office, by name; those who left are left out. */
export async function listClassTeachers(
  { db, clock, actor }: ActorContext,
  schoolYear: string,
): Promise<ClassTeacher[]> {
  const rows = await db
    .select({ classGroupId: classGroups.id, personId: persons.id, name, role: classMembers.role })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(
      and(
        inArray(classGroups.schoolUai, schoolsSetUpBy(actor)),
        eq(classGroups.schoolYear, schoolYear),
        teachesClass(parisDate(clock.now())),
      ),
    )
    .orderBy(...inOrder)
    .limit(MOST_LISTED);
  return rows.flatMap(({ role, ...row }) => {
    const known = CLASS_TEACHER_ROLES.find((one) => one === role);
    return known
      ? [{ classGroupId: row.classGroupId, personId: row.personId, name: row.name, role: known }]
      : [];
  });
}

/** The teachers of the schools where the actor is head or office, by name. */
export async function listSchoolTeachers({ db, clock, actor }: ActorContext): Promise<SchoolTeacher[]> {
  const rows = await db
    .select({ uai: affiliations.schoolUai, personId: persons.id, name })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        inArray(affiliations.schoolUai, schoolsSetUpBy(actor)),
        eq(affiliations.role, "teacher"),
        affiliationInForce(parisDate(clock.now())),
      ),
    )
    .orderBy(...inOrder)
    .limit(MOST_LISTED);
  return rows.flatMap(({ uai, personId, name }) => (uai ? [{ uai, personId, name }] : []));
}
