import type { CalendarDate } from "./calendar-date.ts";
import type { TimeZone } from "./time-zones.ts";
import { wallClock } from "./wall-clock.ts";

/** The day it is there. */
export function localDate(instant: Date, timeZone: TimeZone): CalendarDate {
  return wallClock(instant, timeZone).slice(0, 10);
}

/** The hour begun there, 0 to 23. */
export function localHour(instant: Date, timeZone: TimeZone): number {
  return Number(wallClock(instant, timeZone).slice(11, 13));
}

/** When it is this hour there on this day; the hour must be one that no clock change skips or repeats. */
export function localInstant(date: CalendarDate, hour: number, timeZone: TimeZone): Date {
  const asIfUtc = new Date(`${date}T${String(hour).padStart(2, "0")}:00:00Z`);
  const near = new Date(asIfUtc.getTime() - offsetAt(asIfUtc, timeZone));
  return new Date(asIfUtc.getTime() - offsetAt(near, timeZone));
}

/** Milliseconds by which the clocks there are ahead of UTC. */
function offsetAt(instant: Date, timeZone: TimeZone): number {
  const shown = new Date(`${wallClock(instant, timeZone)}Z`);
  return shown.getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}
