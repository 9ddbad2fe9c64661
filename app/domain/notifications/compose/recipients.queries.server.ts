import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { affiliationInForce, teachesClass } from "#app/domain/accounts/affiliation-in-force.server.ts";
import type { Role } from "#app/domain/accounts/actor.ts";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { timeZoneOf, type KnownPlace, type TimeZone } from "#app/kernel/time-zones.ts";
import type { Queryable } from "#db/client.ts";
import {
  affiliations,
  classGroups,
  classMembers,
  guardians,
  hostOrganisations,
  persons,
  schools,
} from "#db/schema/index.ts";

/** Someone to write to; without address, in the notification centre alone. */
export interface Recipient {
  /** Empty for a legal representative, who has no account. */
  personId: string | null;
  /** Whom the message greets; a representative is known by full name only and is greeted without it. */
  firstName: string | null;
  email: string | null;
  /** Read for representatives only: nobody else is written to by text message. */
  phone: string | null;
  timeZone: TimeZone;
}

/** A legal representative, with what their link is signed from. */
export interface GuardianRecipient extends Recipient {
  guardianId: string;
  linkVersion: number;
}

const account = { personId: persons.id, firstName: persons.firstName, email: persons.email };
const schoolPlace = {
  inseeCode: schools.inseeCode,
  departmentCode: schools.departmentCode,
  postcode: schools.postcode,
};
const hostPlace = { postcode: hostOrganisations.postcode };

/** Someone who has no account yet: known by their address alone. */
export function byAddress(email: string): Recipient {
  return { personId: null, firstName: null, email, phone: null, timeZone: "Europe/Paris" };
}

type Account = Pick<Recipient, "email" | "firstName"> & { personId: string };

function recipient({ place, ...someone }: Account & { place: KnownPlace }): Recipient {
  return { ...someone, phone: null, timeZone: timeZoneOf(place) };
}

/** People with an account, each at the hour of the school or the host of their latest affiliation. */
export async function listPeople(db: Queryable, personIds: readonly string[]): Promise<Recipient[]> {
  if (personIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn([persons.id], { ...account, school: schoolPlace, host: hostPlace })
    .from(persons)
    .leftJoin(affiliations, eq(affiliations.personId, persons.id))
    .leftJoin(schools, eq(schools.uai, affiliations.schoolUai))
    .leftJoin(hostOrganisations, eq(hostOrganisations.id, affiliations.organisationId))
    .where(inArray(persons.id, [...personIds]))
    .orderBy(persons.id, sql`${affiliations.validFrom} desc nulls last`, desc(affiliations.id));
  return rows.map(({ school, host, ...someone }) => recipient({ ...someone, place: host ?? school ?? {} }));
}

/** One of them, as a list of none or one. */
export function listPerson(db: Queryable, personId: string | null): Promise<Recipient[]> {
  return listPeople(db, personId ? [personId] : []);
}

/** Members of an organisation today; of one whose SIRET was taken away, only where that is what is told. */
export async function listEmployers(
  db: Queryable,
  organisationId: string,
  today: CalendarDate,
  { detached = false } = {},
): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct({ ...account, place: hostPlace })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, affiliations.organisationId))
    .where(
      and(
        eq(affiliations.role, "employer"),
        eq(affiliations.organisationId, organisationId),
        (detached ? isNotNull : isNull)(hostOrganisations.detachedAt),
        affiliationInForce(today),
      ),
    )
    .orderBy(persons.id);
  return rows.map(recipient);
}

/** Members of a school today, in one of these roles. */
export async function listSchoolStaff(
  db: Queryable,
  schoolUai: string,
  roles: Role[],
  today: CalendarDate,
): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct({ ...account, place: schoolPlace })
    .from(affiliations)
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .innerJoin(schools, eq(schools.uai, affiliations.schoolUai))
    .where(
      and(
        inArray(affiliations.role, roles),
        eq(affiliations.schoolUai, schoolUai),
        affiliationInForce(today),
      ),
    )
    .orderBy(persons.id);
  return rows.map(recipient);
}

/** Teachers of a class today, in one of these roles. */
export async function listClassTeachers(
  db: Queryable,
  classGroupId: string,
  today: CalendarDate,
  roles?: Parameters<typeof teachesClass>[1],
): Promise<Recipient[]> {
  const rows = await db
    .selectDistinct({ ...account, place: schoolPlace })
    .from(classMembers)
    .innerJoin(persons, eq(persons.id, classMembers.personId))
    .innerJoin(classGroups, eq(classGroups.id, classMembers.classGroupId))
    .innerJoin(schools, eq(schools.uai, classGroups.schoolUai))
    .where(and(eq(classMembers.classGroupId, classGroupId), teachesClass(today, roles)))
    .orderBy(persons.id);
  return rows.map(recipient);
}

/** A pupil's legal representatives, at the hour of the pupil's school. */
export async function listGuardians(db: Queryable, pupilId: string): Promise<GuardianRecipient[]> {
  const [pupil] = await listPerson(db, pupilId);
  if (!pupil) return [];
  const rows = await db
    .select({
      guardianId: guardians.id,
      linkVersion: guardians.linkVersion,
      email: guardians.email,
      phone: guardians.phone,
    })
    .from(guardians)
    .where(eq(guardians.pupilId, pupilId))
    .orderBy(guardians.id);
  return rows.map((row) => ({ ...row, personId: null, firstName: null, timeZone: pupil.timeZone }));
}
