import {
  EMPTY_HOURS_GRID,
  isEmptyGrid,
  WEEKDAYS,
  type HoursGrid,
  type TimeRange,
  type Weekday,
} from "../hours/hours-grid.ts";

export const HALF_DAYS = ["morning", "afternoon"] as const;
export type HalfDay = (typeof HALF_DAYS)[number];
export type HoursEdge = "from" | "to";

export function hoursField(day: Weekday, half: HalfDay, edge: HoursEdge): string {
  return `hours-${day}-${half}-${edge}`;
}

export const HOURS_FIELDS: readonly string[] = WEEKDAYS.flatMap((day) =>
  HALF_DAYS.flatMap((half) => [hoursField(day, half, "from"), hoursField(day, half, "to")]),
);

/** The fields of a grid, as the form shows them. */
export function hoursFields(grid: HoursGrid): Record<string, string> {
  return Object.fromEntries(
    WEEKDAYS.flatMap((day) =>
      HALF_DAYS.flatMap((half) => [
        [hoursField(day, half, "from"), grid[day][half]?.from ?? ""],
        [hoursField(day, half, "to"), grid[day][half]?.to ?? ""],
      ]),
    ),
  );
}

/** What stops the typed hours from being read, before the law has a say. */
export type HoursTypingSlip =
  | { code: "unreadable_time"; day: Weekday; half: HalfDay; typed: string }
  | { code: "half_range"; day: Weekday; half: HalfDay }
  | { code: "no_hours" };

/** Reads the grid out of its fields; an empty morning or afternoon is a time when nobody comes. */
export function readHours(typed: (field: string) => string): { grid: HoursGrid; slips: HoursTypingSlip[] } {
  const grid: HoursGrid = { ...EMPTY_HOURS_GRID };
  const slips: HoursTypingSlip[] = [];
  for (const day of WEEKDAYS) {
    for (const half of HALF_DAYS) {
      const range = readRange(day, half, typed);
      if (range && "code" in range) slips.push(range);
      else grid[day] = { ...grid[day], [half]: range };
    }
  }
  if (slips.length === 0 && isEmptyGrid(grid)) slips.push({ code: "no_hours" });
  return { grid, slips };
}

function readRange(
  day: Weekday,
  half: HalfDay,
  typed: (field: string) => string,
): TimeRange | HoursTypingSlip | null {
  const texts = [typed(hoursField(day, half, "from")), typed(hoursField(day, half, "to"))];
  const [from, to] = texts.map(readTime);
  const wrong = texts.find((text, index) => text.trim() !== "" && [from, to][index] === null);
  if (wrong !== undefined) return { code: "unreadable_time", day, half, typed: wrong };
  if (!from && !to) return null;
  return from && to ? { from, to } : { code: "half_range", day, half };
}

/** "9h", "9 h 30", "09:30" or "9.30" → "09:30"; null when it is no time of day. */
export function readTime(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*(?:h|:|\.)\s*(\d{2})?)?$/i.exec(text.trim());
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? 0)];
  if (hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
