import { and, eq, inArray, isNull, or, sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { agreements, classGroups, classMembers, pupilReferents } from "#db/schema/index.ts";
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

/** Ids of the pupils entrusted to this person one by one. */
export function referredTo(db: Queryable, { personId }: Pick<Actor, "personId">) {
  return db
    .select({ id: pupilReferents.pupilId })
    .from(pupilReferents)
    .where(and(eq(pupilReferents.teacherId, personId), isNull(pupilReferents.endedAt)));
}

/** Of pupils joined with their class: those entrusted to this person, in a school where they still teach. */
export function entrustedPupils(db: Queryable, actor: Actor): SQL {
  const taught = schoolsOf(actor, "teacher");
  if (taught.length === 0) return nothing;
  const own = inArray(classMembers.personId, referredTo(db, actor));
  return and(inArray(classGroups.schoolUai, taught), own) ?? nothing;
}

/** Of pupils joined with their class: those whom this person follows, with the whole class or alone. */
export function followedPupils(db: Queryable, actor: Actor): SQL {
  return or(followedClasses(db, actor), entrustedPupils(db, actor)) ?? nothing;
}

/** Agreements of the pupils of these classes, and of those entrusted one by one. */
export function followedAgreements(db: Queryable, actor: Actor): SQL {
  const classes = db.select({ id: classGroups.id }).from(classGroups).where(followedClasses(db, actor));
  const taught = db
    .select({ id: classGroups.id })
    .from(classGroups)
    .where(inArray(classGroups.schoolUai, schoolsOf(actor, "teacher")));
  return (
    or(
      inArray(agreements.classGroupId, classes),
      and(inArray(agreements.pupilId, referredTo(db, actor)), inArray(agreements.classGroupId, taught)),
    ) ?? nothing
  );
}

/** Agreements of the organisations that this person answers for. */
export function hostedAgreements(actor: Actor): SQL {
  const organisations = organisationsOf(actor);
  return organisations.length > 0 ? inArray(agreements.organisationId, organisations) : nothing;
}
