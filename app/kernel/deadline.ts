import { addDays, frenchDate, frenchTime, parisDate, type CalendarDate } from "./calendar-date.ts";
import { localInstant } from "./local-time.ts";

const PARIS = "Europe/Paris";

/** The end of the day that falls whole days after this one, in mainland France. */
export function endOfDayAfter(now: Date, days: number): Date {
  return localInstant(addDays(parisDate(now), days + 1), 0, PARIS);
}

/** The last day of a deadline that ends with a day; null when it falls within one. */
export function lastDayOf(deadline: Date): CalendarDate | null {
  const next = parisDate(deadline);
  return localInstant(next, 0, PARIS).getTime() === deadline.getTime() ? addDays(next, -1) : null;
}

interface DeadlineOptions {
  weekday?: boolean;
  year?: boolean;
}

/** A deadline after "au plus tard le": "5 décembre", or with its hour when it does not end with a day. */
export function deadlineDay(deadline: Date, { weekday = false, year = false }: DeadlineOptions = {}): string {
  const last = lastDayOf(deadline);
  return last === null
    ? `${frenchDate(parisDate(deadline), { weekday, year })} à ${frenchTime(deadline)}`
    : frenchDate(last, { weekday, year });
}

/** The same after "jusqu’au": "5 décembre inclus". */
export function deadlineWords(deadline: Date, options: DeadlineOptions = {}): string {
  return `${deadlineDay(deadline, options)}${lastDayOf(deadline) === null ? "" : " inclus"}`;
}
