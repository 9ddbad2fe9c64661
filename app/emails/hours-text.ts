import type { Period } from "#app/domain/notifications/compose/period.ts";
import { commonHours, stayLine, stayOf } from "#app/domain/hours/stay.ts";
import { rangesOfDay, WEEKDAYS, type DayHours, type HoursGrid } from "#app/domain/hours/hours-grid.ts";
import type { Fact } from "./email-template.ts";
import { periodText } from "./wording.ts";

/** The days really spent there with their hours; the grid where these differ, the bare dates where it is not known. */
export function stayFacts(period: Period | null, grid: HoursGrid | null): Fact[] {
  if (!period) return [["Horaires", grid && hoursLines(grid)]];
  const line = grid ? stayLine(period, grid) : "";
  if (!grid || line === "") return [["Dates", periodText(period)]];
  const { days } = stayOf(period.startsOn, period.endsOn, grid);
  return [["Jours", commonHours(days, grid) === null ? [line, ...hoursLines(grid)] : line]];
}

const DAY_NAMES = { 1: "lundi", 2: "mardi", 3: "mercredi", 4: "jeudi", 5: "vendredi", 6: "samedi" } as const;

/** "Du lundi au vendredi : 9 h – 12 h et 13 h 30 – 17 h"; days in a row with the same hours share a line. */
export function hoursLines(grid: HoursGrid): string[] {
  const groups: { first: string; last: string; hours: string }[] = [];
  let open = false;
  for (const weekday of WEEKDAYS) {
    const hours = dayText(grid[weekday]);
    const current = groups.at(-1);
    if (open && current?.hours === hours) current.last = DAY_NAMES[weekday];
    else if (hours) groups.push({ first: DAY_NAMES[weekday], last: DAY_NAMES[weekday], hours });
    open = hours !== "";
  }
  return groups.map(({ first, last, hours }) =>
    first === last ? `Le ${first} : ${hours}` : `Du ${first} au ${last} : ${hours}`,
  );
}

/** "9 h – 12 h et 13 h 30 – 17 h" */
export function dayText(day: DayHours): string {
  return rangesOfDay(day)
    .map(({ from, to }) => `${timeText(from)} – ${timeText(to)}`)
    .join(" et ");
}

/** "09:00" → "9 h", "13:30" → "13 h 30". */
function timeText(time: string): string {
  const minutes = time.slice(3, 5);
  return `${Number(time.slice(0, 2))} h${minutes === "00" ? "" : ` ${minutes}`}`;
}
