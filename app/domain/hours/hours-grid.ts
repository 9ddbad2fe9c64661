/** Monday (1) to Saturday (6): nobody observes on a Sunday, so the grid has no seventh row. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type TimeRange = { from: string; to: string };
export type DayHours = { morning: TimeRange | null; afternoon: TimeRange | null };
export type HoursGrid = Record<Weekday, DayHours>;

const CLOSED: DayHours = { morning: null, afternoon: null };
const FULL_DAY: DayHours = {
  morning: { from: "09:00", to: "12:00" },
  afternoon: { from: "13:30", to: "17:00" },
};

/** A grid to start from: 6 h 30 a day from Monday to Friday, 32 h 30 a week, lawful at any age from 15. */
export const DEFAULT_HOURS_GRID: HoursGrid = {
  1: FULL_DAY,
  2: FULL_DAY,
  3: FULL_DAY,
  4: FULL_DAY,
  5: FULL_DAY,
  6: CLOSED,
};

export const EMPTY_HOURS_GRID: HoursGrid = {
  1: CLOSED,
  2: CLOSED,
  3: CLOSED,
  4: CLOSED,
  5: CLOSED,
  6: CLOSED,
};

/** "13:30" → 810. */
export function minutesOfTime(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function rangesOfDay(day: DayHours): TimeRange[] {
  return [day.morning, day.afternoon].filter((range) => range !== null);
}

/** Minutes of presence of a day; a range that ends before it starts counts for nothing. */
export function presenceMinutes(day: DayHours): number {
  return rangesOfDay(day).reduce(
    (total, range) => total + Math.max(0, minutesOfTime(range.to) - minutesOfTime(range.from)),
    0,
  );
}

export function isEmptyGrid(grid: HoursGrid): boolean {
  return WEEKDAYS.every((weekday) => rangesOfDay(grid[weekday]).length === 0);
}

/** 450 → "7 h 30", 30 → "30 min". */
export function frenchDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, "0")}`;
}
