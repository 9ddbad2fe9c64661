import type { CalendarDate } from "#app/kernel/calendar-date.ts";

/** Days from the first to the last, both included. */
export interface Period {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}
