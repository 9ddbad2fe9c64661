import type { CalendarDate } from "./calendar-date.ts";
import type { TimeZone } from "./time-zones.ts";

const formats = new Map<TimeZone, Intl.DateTimeFormat>();

/** Making a format is slow; there are a dozen zones. */
function formatOf(timeZone: TimeZone): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, format);
  return format;
}

/** What calendars and clocks show there at this instant: "2027-06-17T21:05:00". */
function wallClock(instant: Date, timeZone: TimeZone): string {
  const parts = formatOf(timeZone).formatToParts(instant);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return `${read("year")}-${read("month")}-${read("day")}T${read("hour")}:${read("minute")}:${read("second")}`;
}

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
