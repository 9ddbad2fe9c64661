import { and, asc, desc, eq, exists, inArray, or, sql } from "drizzle-orm";
import { affiliationInForce, teachesClass } from "#app/domain/accounts/affiliation-in-force.server.ts";
import { isStaffRole } from "#app/domain/accounts/actor.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { affiliations, classGroups, classMembers, persons } from "#db/schema/index.ts";
import type { Confidant } from "./help-request.ts";

const MOST_ADULTS = 30;

/** A pupil's class of a school year: the last joined, when there were several. */
export async function findPupilClass(
  db: Queryable,
  pupilId: string,
  schoolYear: string,
): Promise<{ classGroupId: string; schoolUai: string } | null> {
  const [row] = await db
    .select({ classGroupId: classGroups.id, schoolUai: classGroups.schoolUai })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .where(
      and(
        eq(classMembers.personId, pupilId),
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, schoolYear),
      ),
    )
    .orderBy(desc(classMembers.joinedAt), desc(classGroups.id))
    .limit(1);
  return row ?? null;
}

/** The adults who may follow this class today: its teachers, the office and the head of its school. Each once. */
export async function listClassAdults(
  db: Queryable,
  { classGroupId, schoolUai }: { classGroupId: string; schoolUai: string },
  now: Date,
): Promise<Confidant[]> {
  const today = parisDate(now);
  const taught = db
    .select({ one: sql`1` })
    .from(classMembers)
    .where(
      and(
        eq(classMembers.classGroupId, classGroupId),
        eq(classMembers.personId, affiliations.personId),
        teachesClass(today),
      ),
    );
  const rows = await db
    .select({
      personId: persons.id,
      name: sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`,
      role: affiliations.role,
    })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        eq(affiliations.schoolUai, schoolUai),
        affiliationInForce(today),
        or(
          inArray(affiliations.role, ["schoolOffice", "schoolHead"]),
          and(eq(affiliations.role, "teacher"), exists(taught)),
        ),
      ),
    )
    .orderBy(asc(affiliations.role), asc(persons.id))
    .limit(MOST_ADULTS);
  const seen = new Set<string>();
  return rows.flatMap(({ personId, name, role }) => {
    if (!isStaffRole(role) || seen.has(personId)) return [];
    seen.add(personId);
    return [{ personId, name, role }];
  });
}
