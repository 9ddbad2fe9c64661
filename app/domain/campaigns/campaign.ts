import { last } from "#app/kernel/last.ts";
import { addDays, daysBetween, type CalendarDate } from "#app/kernel/calendar-date.ts";

export const CAMPAIGN_STATUSES = ["official", "provisional"] as const;
export type CampaignStatus = (typeof CAMPAIGN_STATUSES)[number];

export type WeekNumber = 1 | 2;
export const WEEK_NUMBERS: readonly WeekNumber[] = [1, 2];

export interface InternshipWeek {
  week: WeekNumber;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

export interface Campaign {
  id: string;
  schoolYear: string;
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  hostsOpenOn: CalendarDate;
  pupilsOpenOn: CalendarDate;
  hostAnswerDays: number;
  pupilConfirmDays: number;
  maxLiveApplications: number;
  weeks: InternshipWeek[];
}

/** The window cut into its two default "weeks": halves equal in calendar days, the first one longer by a day when odd. */
export function defaultWeeks(startsOn: CalendarDate, endsOn: CalendarDate): InternshipWeek[] {
  const firstHalf = Math.ceil((daysBetween(startsOn, endsOn) + 1) / 2);
  return [
    { week: 1, startsOn, endsOn: addDays(startsOn, firstHalf - 1) },
    { week: 2, startsOn: addDays(startsOn, firstHalf), endsOn },
  ];
}

/** Days of June that a campaign proposes as long as its dates are not official. */
const REFERENCE_DAYS = { first: "06-17", last: "06-28" };
const NOTICE_DAYS = 30;

/** The reference window of the first June in which it is at least thirty days ahead. */
export function referenceWindow(today: CalendarDate): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const year = Number(today.slice(0, 4));
  const isAhead = daysBetween(today, `${year}-${REFERENCE_DAYS.first}`) >= NOTICE_DAYS;
  const of = isAhead ? year : year + 1;
  return { startsOn: `${of}-${REFERENCE_DAYS.first}`, endsOn: `${of}-${REFERENCE_DAYS.last}` };
}

/** First and last day of the chosen weeks, which follow one another. */
export function periodOf(
  campaign: Campaign,
  weeks: readonly number[],
): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const chosen = campaign.weeks.filter(({ week }) => weeks.includes(week));
  return {
    startsOn: chosen[0]?.startsOn ?? campaign.startsOn,
    endsOn: last(chosen)?.endsOn ?? campaign.endsOn,
  };
}

/** Pupils' data are erased on this day of the year of their internship. */
const ERASED_ON = "09-30";

/** The day of this year on which pupils' data are erased. */
export function erasureOf(today: CalendarDate): CalendarDate {
  return `${today.slice(0, 4)}-${ERASED_ON}`;
}

/** The last such day that has come: what belongs to campaigns that were over by then is to be erased. */
export function lastErasure(today: CalendarDate): CalendarDate {
  const thisYear = erasureOf(today);
  return thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${ERASED_ON}`;
}

export function isOver(campaign: Campaign, today: CalendarDate): boolean {
  return campaign.endsOn < today;
}
