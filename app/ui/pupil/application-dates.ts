import { last } from "#app/kernel/last.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchDate, frenchTime, frenchPeriod, parisDate } from "#app/kernel/calendar-date.ts";

/** "du 17 au 28 juin 2027": the weeks asked for, which follow one another; empty for a draft. */
export function datesOf(application: { weeks: readonly number[] }, weeks: readonly InternshipWeek[]): string {
  const asked = weeks.filter(({ week }) => application.weeks.includes(week));
  const [first] = asked;
  const latest = last(asked);
  return first && latest ? frenchPeriod(first.startsOn, latest.endsOn) : "";
}

/** "mardi 12 mai à 14:05", told with the day of the week: a deadline must be felt. */
export function deadlineText(deadline: Date): string {
  return `${frenchDate(parisDate(deadline), { weekday: true, year: false })} à ${frenchTime(deadline)}`;
}
