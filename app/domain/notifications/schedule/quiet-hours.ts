import { addDays, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { localDate, localHour, localInstant } from "#app/kernel/local-time.ts";
import { TIME_ZONES, type TimeZone } from "#app/kernel/time-zones.ts";

/** Quiet hours: from nine in the evening to seven in the morning on the recipient's clock, nothing deferrable is sent. */
const MORNING_HOUR = 7;
const NIGHT_HOUR = 21;
/** When the rest goes to those who already got several messages today. */
const EVENING_HOUR = 18;

export function isQuietHour(now: Date, timeZone: TimeZone): boolean {
  const hour = localHour(now, timeZone);
  return hour < MORNING_HOUR || hour >= NIGHT_HOUR;
}

/** Zones outside their quiet hours now. */
export function zonesAwake(now: Date): TimeZone[] {
  return TIME_ZONES.filter((timeZone) => !isQuietHour(now, timeZone));
}

/** When the quiet hours end on the morning of a day. */
export function quietHoursEnd(day: CalendarDate, timeZone: TimeZone): Date {
  return localInstant(day, MORNING_HOUR, timeZone);
}

/** When they begin on its evening. */
export function quietHoursStart(day: CalendarDate, timeZone: TimeZone): Date {
  return localInstant(day, NIGHT_HOUR, timeZone);
}

export function tomorrowMorning(now: Date, timeZone: TimeZone): Date {
  return quietHoursEnd(addDays(localDate(now, timeZone), 1), timeZone);
}

/** Now, or the end of the quiet hours that it is. */
export function afterQuietHours(now: Date, timeZone: TimeZone): Date {
  if (!isQuietHour(now, timeZone)) return now;
  const morning = quietHoursEnd(localDate(now, timeZone), timeZone);
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
