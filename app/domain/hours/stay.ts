import { last as latestOf } from "#app/kernel/last.ts";
import { daysOf, frenchDate, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import { frenchDuration, presenceMinutes, WEEKDAYS, type HoursGrid } from "./hours-grid.ts";

/** The days really spent at a host between two dates, which may begin and end within a week. */
export interface Stay {
  days: CalendarDate[];
  minutes: number;
}

/** Days of presence by the grid. A "week" of the campaign is rarely a whole one. */
export function stayOf(startsOn: CalendarDate, endsOn: CalendarDate, grid: HoursGrid): Stay {
  const minutesOn = (date: CalendarDate) => {
    const weekday = WEEKDAYS.find((day) => day === isoWeekday(date));
    return weekday ? presenceMinutes(grid[weekday]) : 0;
  };
  const days = daysOf(startsOn, endsOn).filter((date) => minutesOn(date) > 0);
  return { days, minutes: days.reduce((total, date) => total + minutesOn(date), 0) };
}

/** "Mer. 23 – lun. 28 juin · 4 jours"; empty without a day. */
export function stayText({ days }: Stay): string {
  const [first] = days;
  const last = latestOf(days);
  if (!first || !last) return "";
  if (first === last) return `${capital(shortDay(first))} · 1 jour`;
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  return `${capital(shortDay(first, !sameMonth))} – ${shortDay(last)} · ${plural(days.length, "jour")}`;
}

/** The hours of the whole stay: "26 h". */
export function stayTotal({ minutes }: Stay): string {
  return frenchDuration(minutes);
}

function shortDay(date: CalendarDate, month = true): string {
  const [weekday = "", ...rest] = frenchDate(date, { weekday: true, year: false }).split(" ");
  return [`${weekday.slice(0, 3)}.`, ...(month ? rest : rest.slice(0, 1))].join(" ");
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
