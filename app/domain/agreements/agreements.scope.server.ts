import { and, eq, inArray, or, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { agreements, classGroups, classMembers } from "#db/schema/index.ts";
import { CLASS_TEACHER_ROLES, organisationsOf, schoolsOf, type Actor } from "../accounts/actor.ts";

const nothing = sql`false`;

/** Classes that this person follows: those they teach, and every class of a school they run. */
export function followedClasses(db: Queryable, actor: Actor): SQL {
  const taught = schoolsOf(actor, "teacher");
  const run = schoolsOf(actor, "schoolOffice", "schoolHead");
  const own = db
    .select({ id: classMembers.classGroupId })
    .from(classMembers)
    .where(
      and(eq(classMembers.personId, actor.personId), inArray(classMembers.role, [...CLASS_TEACHER_ROLES])),
    );
  return (
    or(
      taught.length > 0
        ? and(inArray(classGroups.schoolUai, taught), inArray(classGroups.id, own))
        : undefined,
      run.length > 0 ? inArray(classGroups.schoolUai, run) : undefined,
    ) ?? nothing
  );
}

/** Agreements of the pupils of these classes. */
export function followedAgreements(db: Queryable, actor: Actor): SQL {
  const classes = db.select({ id: classGroups.id }).from(classGroups).where(followedClasses(db, actor));
  return inArray(agreements.classGroupId, classes);
}

/** Agreements of the organisations that this person answers for. */
export function hostedAgreements(actor: Actor): SQL {
  const organisations = organisationsOf(actor);
  return organisations.length > 0 ? inArray(agreements.organisationId, organisations) : nothing;
}
