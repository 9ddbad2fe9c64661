import { last as latestOf } from "#app/kernel/last.ts";
import { daysOf, frenchDate, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { plural } from "#app/kernel/text.ts";
import {
  frenchDuration,
  minutesOfTime,
  presenceMinutes,
  rangesOfDay,
  WEEKDAYS,
  type HoursGrid,
} from "./hours-grid.ts";

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

/** Two whole weeks; beyond, a list of days is no longer read. */
const MOST_LISTED = 12;

/**
 * The whole stay in a line: "Jeu. 17, ven. 18, lun. 21, mar. 22 juin · 4 jours · 9 h–12 h, 13 h 30–17 h · 26 h". Hours that are
 * not the same each day are left to the grid; empty without a day.
 */
export function stayLine(
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
  grid: HoursGrid,
): string {
  const stay = stayOf(startsOn, endsOn, grid);
  if (stay.days.length === 0) return "";
  const days =
    stay.days.length > MOST_LISTED
      ? stayText(stay)
      : `${listedDays(stay.days)} · ${plural(stay.days.length, "jour")}`;
  return [days, commonHours(stay.days, grid) ?? "horaires selon le jour", stayTotal(stay)].join(" · ");
}

/** The month is told once, after the last of its days. */
function listedDays(days: readonly CalendarDate[]): string {
  const shown = days.map((day, index) => shortDay(day, days[index + 1]?.slice(0, 7) !== day.slice(0, 7)));
  return capital(shown.join(", "));
}

/** The hours that all these days share; null when they differ. */
export function commonHours(days: readonly CalendarDate[], grid: HoursGrid): string | null {
  const [hours = null, ...others] = new Set(
    days.map((date) => {
      const weekday = WEEKDAYS.find((day) => day === isoWeekday(date));
      const ranges = weekday ? rangesOfDay(grid[weekday]) : [];
      return ranges.map(({ from, to }) => `${hourOf(from)}–${hourOf(to)}`).join(", ");
    }),
  );
  return others.length === 0 ? hours : null;
}

function hourOf(time: string): string {
  return frenchDuration(minutesOfTime(time));
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
