import { addDays, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { isPublicHoliday } from "./public-holidays.ts";

const FRIDAY = 5;

/** Monday to Friday but public holidays; the holidays of schools are not known here. */
export function isSchoolDay(day: CalendarDate, departmentCode: string): boolean {
  return isoWeekday(day) <= FRIDAY && !isPublicHoliday(day, departmentCode);
}

export function nextSchoolDay(day: CalendarDate, departmentCode: string): CalendarDate {
  let next = addDays(day, 1);
  while (!isSchoolDay(next, departmentCode)) next = addDays(next, 1);
  return next;
}
