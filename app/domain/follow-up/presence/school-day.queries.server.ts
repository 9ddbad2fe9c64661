import { asc, inArray } from "drizzle-orm";
import { parisDate, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { localDate } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";
import type { Queryable } from "#db/client.ts";
import { schools } from "#db/schema/index.ts";
import { schoolsOf, STAFF_ROLES, type Actor } from "../../accounts/actor.ts";

/** The day it is at the school where the reader works. */
export async function getSchoolDay(db: Queryable, actor: Actor, now: Date): Promise<CalendarDate> {
  const uais = schoolsOf(actor, ...STAFF_ROLES);
  if (uais.length === 0) return parisDate(now);
  const { inseeCode, departmentCode, postcode } = schools;
  const [school] = await db
    .select({ inseeCode, departmentCode, postcode })
    .from(schools)
    .where(inArray(schools.uai, uais))
    .orderBy(asc(schools.uai))
    .limit(1);
  return localDate(now, timeZoneOf(school ?? {}));
}
