import { addDays, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { localDate, localHour, localInstant } from "#app/kernel/local-time.ts";
import { TIME_ZONES, type TimeZone } from "#app/kernel/time-zones.ts";

/** Nobody is written to at a good hour before the first or from the last, on the recipient's clock. */
const FIRST_HOUR = 7;
const LAST_HOUR = 21;
/** When those who already got several messages today are told of the rest. */
const EVENING_HOUR = 18;

export function isGoodHour(now: Date, timeZone: TimeZone): boolean {
  const hour = localHour(now, timeZone);
  return hour >= FIRST_HOUR && hour < LAST_HOUR;
}

/** Zones where it is a good hour now. */
export function awakeZones(now: Date): TimeZone[] {
  return TIME_ZONES.filter((timeZone) => isGoodHour(now, timeZone));
}

export function firstGoodHour(day: CalendarDate, timeZone: TimeZone): Date {
  return localInstant(day, FIRST_HOUR, timeZone);
}

/** The end of the good hours of a day. */
export function lastGoodHour(day: CalendarDate, timeZone: TimeZone): Date {
  return localInstant(day, LAST_HOUR, timeZone);
}

export function tomorrowMorning(now: Date, timeZone: TimeZone): Date {
  return firstGoodHour(addDays(localDate(now, timeZone), 1), timeZone);
}

/** Now, or this morning, or tomorrow's. */
export function nextGoodHour(now: Date, timeZone: TimeZone): Date {
  if (isGoodHour(now, timeZone)) return now;
  const morning = firstGoodHour(localDate(now, timeZone), timeZone);
  return morning > now ? morning : tomorrowMorning(now, timeZone);
}

/** The evening's digest, or the next morning's. */
export function nextDigest(now: Date, timeZone: TimeZone): Date {
  const evening = localInstant(localDate(now, timeZone), EVENING_HOUR, timeZone);
  return evening > now ? evening : tomorrowMorning(now, timeZone);
}

/** When the recipient's day began. */
export function startOfDay(now: Date, timeZone: TimeZone): Date {
  return localInstant(localDate(now, timeZone), 0, timeZone);
}
