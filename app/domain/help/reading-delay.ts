import { isSchoolDay, nextSchoolDay } from "#app/domain/reference/school-days.ts";
import { daysBetween } from "#app/kernel/calendar-date.ts";
import { localDate, localInstant } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";

interface SchoolPlace {
  inseeCode: string | null;
  departmentCode: string | null;
}

const DAY_MS = 86_400_000;
const OPENING_HOUR = 8;

/**
 * When a second adult is told that nobody has read what a pupil wrote: at the same hour of the next school day; of what was
 * written on a day off, a whole school day after the next one begins. School days are Monday to Friday but public holidays:
 * in the holidays of the school a second adult is told as well, as danger takes none.
 */
export function secondAdultAt(writtenAt: Date, place: SchoolPlace): Date {
  const timeZone = timeZoneOf(place);
  const day = localDate(writtenAt, timeZone);
  const departmentCode = place.departmentCode ?? "";
  const next = nextSchoolDay(day, departmentCode);
  if (!isSchoolDay(day, departmentCode))
    return localInstant(nextSchoolDay(next, departmentCode), OPENING_HOUR, timeZone);
  return new Date(writtenAt.getTime() + daysBetween(day, next) * DAY_MS);
}
