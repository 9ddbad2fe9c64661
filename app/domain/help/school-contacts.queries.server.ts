import { and, asc, eq, sql } from "drizzle-orm";
import { teachesClass } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { schoolContact } from "#app/domain/schools/profile/school-contact.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { classGroups, classMembers, persons, schoolProfiles, schools } from "#db/schema/index.ts";
import type { Confidant, SchoolContacts } from "./help-request.ts";
import { findPupilClass, listClassAdults } from "./school-adults.queries.server.ts";

const fullName = sql<string>`${persons.firstName} || ' ' || ${persons.lastName}`;

/** The teachers of the pupil's class of this school year, and how to reach the school. */
export async function getSchoolContacts(
  db: Queryable,
  actor: Actor,
  campaign: Pick<Campaign, "schoolYear"> | null,
  now: Date,
): Promise<SchoolContacts> {
  const [sitting] = await db
    .select({
      classGroupId: classGroups.id,
      name: schools.name,
      phone: schoolContact.phone,
      email: schoolContact.email,
    })
    .from(classMembers)
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .leftJoin(schoolProfiles, eq(schoolProfiles.schoolUai, schools.uai))
    .where(
      and(
        eq(classMembers.personId, actor.personId),
        eq(classMembers.role, "pupil"),
        eq(classGroups.schoolYear, campaign?.schoolYear ?? ""),
      ),
    )
    .limit(1);
  if (!sitting) return { teachers: [], school: null };
  const { classGroupId, ...school } = sitting;
  return { teachers: await listTeachers(db, classGroupId, now), school };
}

async function listTeachers(db: Queryable, classGroupId: string, now: Date): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: persons.id, name: fullName })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .where(and(eq(classMembers.classGroupId, classGroupId), teachesClass(parisDate(now))))
    .orderBy(asc(persons.id))
    .limit(10);
  return rows.map(({ name }) => name);
}

/** The adults whom the pupil may choose to write to alone: those who follow their class. */
export async function listConfidants(
  db: Queryable,
  actor: Actor,
  campaign: Pick<Campaign, "schoolYear"> | null,
  now: Date,
): Promise<Confidant[]> {
  const pupilClass = campaign && (await findPupilClass(db, actor.personId, campaign.schoolYear));
  return pupilClass ? listClassAdults(db, pupilClass, now) : [];
}
