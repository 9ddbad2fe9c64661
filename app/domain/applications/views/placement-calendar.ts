import { last } from "#app/kernel/last.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { minutesOfTime, rangesOfDay, type HoursGrid, type Weekday } from "#app/domain/hours/hours-grid.ts";
import { isPublicHoliday } from "#app/domain/reference/public-holidays.ts";
import { daysOf, isoWeekday, type CalendarDate } from "#app/kernel/calendar-date.ts";
import { localInstant } from "#app/kernel/local-time.ts";
import { timeZoneOf } from "#app/kernel/time-zones.ts";

/** What a calendar tells of a placement: nothing of the pupil, and no name of the host's staff. */
export interface CalendarPlacement {
  applicationId: string;
  title: string;
  organisation: string;
  address: string;
  inseeCode: string;
  weeks: InternshipWeek[];
  hoursGrid: HoursGrid | null;
  changedAt: Date;
}

export interface CalendarDeadline {
  applicationId: string;
  title: string;
  organisation: string;
  deadlineAt: Date;
  changedAt: Date;
}

export interface PupilCalendar {
  placements: CalendarPlacement[];
  /** Acceptances that the pupil must confirm. */
  deadlines: CalendarDeadline[];
}

/** A link to someone's calendar as its token tells it. */
export interface CalendarLink {
  id: string;
  version: number;
}

/** A link opens the dates of one campaign, and nothing once that is over. */
export function calendarPurpose(campaign: { id: string }): `calendar ${string}` {
  return `calendar ${campaign.id}`;
}

/** A day at the host; without hours, the whole day. */
export interface PlacementDay {
  date: CalendarDate;
  hours: { start: Date; end: Date } | null;
}

/** Every day of presence, at the hours of the clocks of the place itself; public holidays there are left out. */
export function placementDays({ weeks, hoursGrid, inseeCode }: CalendarPlacement): PlacementDay[] {
  const department = inseeCode.slice(0, /^9[78]/.test(inseeCode) ? 3 : 2);
  const timeZone = timeZoneOf({ inseeCode });
  return weeks
    .flatMap(({ startsOn, endsOn }) => daysOf(startsOn, endsOn))
    .flatMap((date): PlacementDay[] => {
      const weekday = isoWeekday(date);
      if (weekday === 7 || isPublicHoliday(date, department)) return [];
      if (!hoursGrid) return weekday === 6 ? [] : [{ date, hours: null }];
      const ranges = rangesOfDay(hoursGrid[weekday as Weekday]);
      const [first] = ranges;
      const latest = last(ranges);
      if (!first || !latest) return [];
      return [{ date, hours: { start: at(date, first.from, timeZone), end: at(date, latest.to, timeZone) } }];
    });
}

const MINUTE_MS = 60_000;

function at(date: CalendarDate, time: string, timeZone: string): Date {
  const minutes = minutesOfTime(time);
  const hour = Math.floor(minutes / 60);
  return new Date(localInstant(date, hour, timeZone).getTime() + (minutes % 60) * MINUTE_MS);
}
