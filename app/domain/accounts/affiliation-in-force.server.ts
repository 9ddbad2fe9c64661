import { and, gt, inArray, isNull, lte, or, sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import { CLASS_TEACHER_ROLES, type ClassTeacherRole } from "./actor.ts";
import { affiliations, classGroups, classMembers } from "#db/schema/index.ts";

/** What `affiliations_once_key` holds apart: the same role, at the same place, from the same day. */
export const AFFILIATION_KEY = [
  affiliations.personId,
  affiliations.role,
  affiliations.schoolUai,
  affiliations.organisationId,
  affiliations.academyCode,
  affiliations.validFrom,
];

/** Rows of `affiliations` that count on this day: from their first day, and no longer on the day they end. */
export function affiliationInForce(today: CalendarDate): SQL | undefined {
  return and(
    lte(affiliations.validFrom, today),
    or(isNull(affiliations.validTo), gt(affiliations.validTo, today)),
  );
}

/** Rows of `class_members` that name a teacher of the class who is at its school on this day: a class keeps those who left. */
export function teachesClass(
  today: CalendarDate,
  roles: readonly ClassTeacherRole[] = CLASS_TEACHER_ROLES,
): SQL | undefined {
  return and(
    inArray(classMembers.role, [...roles]),
    sql`exists (
      select 1 from ${affiliations} join ${classGroups} on ${classGroups.schoolUai} = ${affiliations.schoolUai}
      where ${classGroups.id} = ${classMembers.classGroupId} and ${affiliations.personId} = ${classMembers.personId}
        and ${affiliations.role} = 'teacher' and ${affiliationInForce(today)})`,
  );
}
