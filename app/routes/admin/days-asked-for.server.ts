import { addDays, isCalendarDate } from "#app/kernel/calendar-date.ts";
import { localInstant } from "#app/kernel/local-time.ts";

/** A day of this century: no log holds another. */
function isDay(value: string): boolean {
  return value.startsWith("20") && isCalendarDate(value);
}

/** From the first day of a filter to the end of its last one, in Paris; a day that is none is dropped. */
export function daysAskedFor(query: URLSearchParams) {
  const [du, au] = [query.get("du") ?? "", query.get("au") ?? ""];
  return {
    du: isDay(du) ? du : undefined,
    au: isDay(au) ? au : undefined,
    from: isDay(du) ? localInstant(du, 0, "Europe/Paris") : null,
    before: isDay(au) ? localInstant(addDays(au, 1), 0, "Europe/Paris") : null,
  };
}
