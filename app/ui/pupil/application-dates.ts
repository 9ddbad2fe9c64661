import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchDate, frenchDateTime, frenchPeriod, parisDate } from "#app/kernel/calendar-date.ts";

/** "du 17 au 28 juin 2027": the weeks asked for, which follow one another; empty for a draft. */
export function datesOf(application: { weeks: readonly number[] }, weeks: readonly InternshipWeek[]): string {
  const asked = weeks.filter(({ week }) => application.weeks.includes(week));
  const [first] = asked;
  const last = asked.at(-1);
  return first && last ? frenchPeriod(first.startsOn, last.endsOn) : "";
}

/** "mardi 12 mai à 14:05", told with the day of the week: a deadline must be felt. */
export function deadlineText(deadline: Date): string {
  const time = frenchDateTime(deadline).split(" à ").at(-1) ?? "";
  return `${frenchDate(parisDate(deadline), { weekday: true, year: false })} à ${time}`;
}
