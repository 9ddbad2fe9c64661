import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, classMembers, guardians, persons } from "#db/schema/index.ts";

/** Someone who can be written to. */
export interface Recipient {
  /** Empty for a legal representative, who has no account. */
  personId: string | null;
  /** Whom the letter greets; a representative is known by full name only and is greeted without it. */
  firstName: string | null;
  email: string;
}

/** Someone with an account, who may have given no address. */
export type Addressee = Omit<Recipient, "email"> & { email: string | null };

/** The addressee as a list of none or one. */
export function reachable({ email, ...someone }: Addressee): Recipient[] {
  return email ? [{ ...someone, email }] : [];
}

const columns = { personId: persons.id, firstName: persons.firstName, email: persons.email };

/** Members of an organisation today. */
export async function listEmployers(
  db: Queryable,
  organisationId: string,
  today: CalendarDate,
): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct(columns)
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        eq(affiliations.role, "employer"),
        eq(affiliations.organisationId, organisationId),
        affiliationInForce(today),
        isNotNull(persons.email),
      ),
    )
    .orderBy(persons.id);
  return rows.flatMap(reachable);
}

/** Members of a school today, in one of these roles. */
export async function listSchoolStaff(
  db: Queryable,
  schoolUai: string,
  roles: Role[],
  today: CalendarDate,
): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct(columns)
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        inArray(affiliations.role, roles),
        eq(affiliations.schoolUai, schoolUai),
        affiliationInForce(today),
        isNotNull(persons.email),
      ),
    )
    .orderBy(persons.id);
  return rows.flatMap(reachable);
}

/** Form and referent teachers of a class. */
export async function listClassTeachers(db: Queryable, classGroupId: string): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct(columns)
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(
      and(
        eq(classMembers.classGroupId, classGroupId),
        inArray(classMembers.role, ["form_teacher", "referent_teacher"]),
        isNotNull(persons.email),
      ),
    )
    .orderBy(persons.id);
  return rows.flatMap(reachable);
}

export async function listGuardians(db: Queryable, pupilId: string): Promise<Recipient[]> {
  const rows = await db
    .select({ email: guardians.email })
    .from(guardians)
    .where(and(eq(guardians.pupilId, pupilId), isNotNull(guardians.email)))
    .orderBy(guardians.id);
  return rows.flatMap(({ email }) => reachable({ personId: null, firstName: null, email }));
}
