import { isEmptyGrid, rangesOfDay, WEEKDAYS, type HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { isPublicHoliday } from "#app/domain/reference/public-holidays.ts";
import { addDays, daysOf, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { last } from "#app/kernel/last.ts";
import { localDate } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";

/** When and where a pupil is expected, as the agreement says. */
export interface PlacementPlan {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  hoursGrid: HoursGrid;
  /** Of the place of the stay: its clocks and its public holidays. */
  postcode: string;
}

export interface ExpectedDay {
  date: CalendarDate;
  /** "09:00" and "17:00", on the clocks of the place; null while the hours are not told. */
  from: string | null;
  to: string | null;
}

/** The days on which the pupil is expected. Without hours told yet, every weekday but Saturday and Sunday. */
export function expectedDays({ startsOn, endsOn, hoursGrid, postcode }: PlacementPlan): ExpectedDay[] {
  const department = postcode.slice(0, /^9[78]/.test(postcode) ? 3 : 2);
  const unknown = isEmptyGrid(hoursGrid);
  return daysOf(startsOn, endsOn).flatMap((date): ExpectedDay[] => {
    const weekday = WEEKDAYS.find((day) => day === isoWeekday(date));
    if (!weekday || isPublicHoliday(date, department)) return [];
    if (unknown) return weekday === 6 ? [] : [{ date, from: null, to: null }];
    const ranges = rangesOfDay(hoursGrid[weekday]);
    const [first] = ranges;
    const latest = last(ranges);
    return first && latest ? [{ date, from: first.from, to: latest.to }] : [];
  });
}

/** The day it is where the stay takes place. */
export function todayAt({ postcode }: Pick<PlacementPlan, "postcode">, now: Date): CalendarDate {
  return localDate(now, timeZoneOf({ postcode }));
}

/** Long enough to look back, short enough to remember. */
const LOOKING_BACK_DAYS = 30;

/** The last day on which what is kept of a stay may be written or changed. */
export function closesOn({ endsOn }: Pick<PlacementPlan, "endsOn">): CalendarDate {
  return addDays(endsOn, LOOKING_BACK_DAYS);
}
