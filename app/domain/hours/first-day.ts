import { daysOf, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { rangesOfDay, WEEKDAYS, type DayHours, type HoursGrid } from "./hours-grid.ts";

/** The first day of presence between two days, with its hours: a grid may leave out the weekday on which the period begins. */
export function firstDayOf(
  startsOn: CalendarDate,
  endsOn: CalendarDate,
  grid: HoursGrid | null,
): { day: CalendarDate; hours: DayHours | null } {
  for (const day of grid ? daysOf(startsOn, endsOn) : []) {
    const weekday = WEEKDAYS.find((one) => one === isoWeekday(day));
    const hours = weekday && grid ? grid[weekday] : null;
    if (hours && rangesOfDay(hours).length > 0) return { day, hours };
  }
  return { day: startsOn, hours: null };
}
