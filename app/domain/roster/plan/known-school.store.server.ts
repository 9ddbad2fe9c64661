import { CLASS_TEACHER_ROLES } from "../../accounts/actor.ts";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { affiliationInForce } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { groupBy } from "#app/kernel/group-by.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import {
  affiliations,
  classGroups,
  classMembers,
  guardians,
  persons,
  pupilNumbers,
  rosterKeys,
  schools,
} from "#db/schema/index.ts";
import type { KnownPupil, KnownSchool } from "./roster-plan.ts";

export interface SchoolYear {
  uai: string;
  schoolYear: string;
  today: CalendarDate;
}

/**
 * Nobody enters, moves or lets in a pupil of this school until the transaction ends, and none of its pupils applies or confirms:
 * school, classes, then pupils, each in one order.
 */
export async function lockRoster(tx: Transaction, { uai, schoolYear }: SchoolYear): Promise<void> {
  await tx.select({ uai: schools.uai }).from(schools).where(eq(schools.uai, uai)).for("no key update");
  await tx
    .select({ id: classGroups.id })
    .from(classGroups)
    .where(and(eq(classGroups.schoolUai, uai), eq(classGroups.schoolYear, schoolYear)))
    .orderBy(asc(classGroups.id))
    .for("no key update");
  await tx
    .select({ id: persons.id })
    .from(persons)
    .where(inArray(persons.id, everyPupil(tx, uai)))
    .orderBy(asc(persons.id))
    .for("no key update");
}

function everyPupil(db: Queryable, uai: string) {
  return db
    .select({ id: affiliations.personId })
    .from(affiliations)
    .where(and(eq(affiliations.schoolUai, uai), eq(affiliations.role, "pupil")));
}

/** What a file is compared with: a handful of statements, however many pupils. */
export async function readKnownSchool(
  db: Queryable,
  year: SchoolYear,
  numberHashes: readonly string[],
): Promise<KnownSchool> {
  const { uai, schoolYear } = year;
  const classes = await db
    .select({ id: classGroups.id, name: classGroups.name, headCount: classGroups.headCount })
    .from(classGroups)
    .where(and(eq(classGroups.schoolUai, uai), eq(classGroups.schoolYear, schoolYear)))
    .orderBy(asc(classGroups.name), asc(classGroups.id));
  const pupils = await readPupils(db, year);
  return {
    pupils,
    classes,
    teachers: await readTeachers(db, year),
    following: await readFollowing(
      db,
      classes.map(({ id }) => id),
    ),
    elsewhere: await readElsewhere(db, year, numberHashes, pupils),
  };
}

async function readPupils(db: Queryable, { uai, schoolYear, today }: SchoolYear): Promise<KnownPupil[]> {
  const pupilAt = (school: ReturnType<typeof sql>) => sql<boolean>`exists (select 1 from ${affiliations}
    where ${affiliations.personId} = ${persons.id} and ${affiliations.role} = 'pupil'
      and ${school} and ${affiliationInForce(today)})`;
  const rows = await db
    .select({
      personId: persons.id,
      lastName: persons.lastName,
      firstName: persons.firstName,
      birthDate: persons.birthDate,
      classGroupId: sql<string | null>`(select ${classMembers.classGroupId} from ${classMembers}
        join ${classGroups} on ${classGroups.id} = ${classMembers.classGroupId}
        where ${classMembers.personId} = ${persons.id} and ${classMembers.role} = 'pupil'
          and ${classGroups.schoolUai} = ${uai} and ${classGroups.schoolYear} = ${schoolYear}
        order by ${classMembers.joinedAt} desc limit 1)`,
      keyHash: rosterKeys.keyHash,
      numberHash: pupilNumbers.numberHash,
      isHere: pupilAt(sql`${affiliations.schoolUai} = ${uai}`),
      isElsewhere: pupilAt(sql`${affiliations.schoolUai} <> ${uai}`),
    })
    .from(persons)
    .leftJoin(rosterKeys, and(eq(rosterKeys.personId, persons.id), eq(rosterKeys.schoolUai, uai)))
    .leftJoin(pupilNumbers, eq(pupilNumbers.personId, persons.id))
    .where(and(inArray(persons.id, everyPupil(db, uai)), isNull(persons.erasedAt)))
    .orderBy(asc(persons.id));
  const byPupil = await readGuardians(db, uai);
  return rows.map(({ isHere, isElsewhere, ...row }) => ({
    ...row,
    guardians: byPupil.get(row.personId) ?? [],
    standing: isHere ? "here" : isElsewhere ? "elsewhere" : "left",
  }));
}

async function readGuardians(db: Queryable, uai: string) {
  const rows = await db
    .select({
      pupilId: guardians.pupilId,
      id: guardians.id,
      name: guardians.name,
      email: guardians.email,
      phone: guardians.phone,
    })
    .from(guardians)
    .where(inArray(guardians.pupilId, everyPupil(db, uai)))
    .orderBy(asc(guardians.name), asc(guardians.id));
  return groupBy(rows, ({ pupilId }) => pupilId);
}

function readTeachers(db: Queryable, { uai, today }: SchoolYear) {
  return db
    .selectDistinct({ personId: persons.id, lastName: persons.lastName, firstName: persons.firstName })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(and(eq(affiliations.schoolUai, uai), eq(affiliations.role, "teacher"), affiliationInForce(today)));
}

async function readFollowing(db: Queryable, classIds: readonly string[]): Promise<Set<string>> {
  if (classIds.length === 0) return new Set();
  const rows = await db
    .select({ classId: classMembers.classGroupId, personId: classMembers.personId, role: classMembers.role })
    .from(classMembers)
    .where(
      and(
        inArray(classMembers.classGroupId, [...classIds]),
        inArray(classMembers.role, [...CLASS_TEACHER_ROLES]),
      ),
    );
  return new Set(rows.map(({ classId, personId, role }) => `${classId} ${personId} ${role}`));
}

/** People whom a national number of the file names, and who never were pupils of the school. */
async function readElsewhere(
  db: Queryable,
  { today }: SchoolYear,
  numberHashes: readonly string[],
  known: readonly KnownPupil[],
): Promise<KnownSchool["elsewhere"]> {
  if (numberHashes.length === 0) return new Map();
  const rows = await db
    .select({
      numberHash: pupilNumbers.numberHash,
      personId: pupilNumbers.personId,
      free: sql<boolean>`not exists (select 1 from ${affiliations}
        where ${affiliations.personId} = ${pupilNumbers.personId} and ${affiliations.role} = 'pupil' and ${affiliationInForce(today)})`,
    })
    .from(pupilNumbers)
    .where(inArray(pupilNumbers.numberHash, [...numberHashes]));
  const ours = new Set(known.map(({ personId }) => personId));
  return new Map(
    rows
      .filter(({ personId }) => !ours.has(personId))
      .map(({ numberHash, personId, free }) => [numberHash, { personId, free }]),
  );
}
