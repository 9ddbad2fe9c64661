import { last } from "#app/kernel/last.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import { deadlineDay, deadlineWords } from "#app/kernel/deadline.ts";

/** "du 17 au 28 juin 2027": the weeks asked for, which follow one another; empty for a draft. */
export function datesOf(application: { weeks: readonly number[] }, weeks: readonly InternshipWeek[]): string {
  const asked = weeks.filter(({ week }) => application.weeks.includes(week));
  const [first] = asked;
  const latest = last(asked);
  return first && latest ? frenchPeriod(first.startsOn, latest.endsOn) : "";
}

/** The same as a period for its hours; none for a draft. */
export function periodsOf(
  application: { weeks: readonly number[] },
  weeks: readonly InternshipWeek[],
): { startsOn: string; endsOn: string }[] {
  const asked = weeks.filter(({ week }) => application.weeks.includes(week));
  const [first] = asked;
  const latest = last(asked);
  return first && latest ? [{ startsOn: first.startsOn, endsOn: latest.endsOn }] : [];
}

/** "mardi 12 mai" after "au plus tard le", told with the day of the week: a deadline must be felt. */
export function deadlineText(deadline: Date): string {
  return deadlineDay(deadline, { weekday: true });
}

/** "mardi 12 mai inclus" after "jusqu’au". */
export function untilText(deadline: Date): string {
  return deadlineWords(deadline, { weekday: true });
}
