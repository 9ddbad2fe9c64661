import { last } from "#app/kernel/last.ts";
import type { InternshipWeek } from "#app/domain/campaigns/campaign.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";

/** "Les deux semaines" or "Semaine 1 (du 17 au 22 juin 2027)". */
export function describeWeeks(chosen: readonly number[], weeks: readonly InternshipWeek[]): string {
  const first = weeks.find(({ week }) => week === chosen[0]);
  const latest = weeks.find(({ week }) => week === last(chosen));
  if (!first || !latest) return "";
  const dates = frenchPeriod(first.startsOn, latest.endsOn);
  return chosen.length > 1 ? `Deux semaines (${dates})` : `Semaine ${first.week} (${dates})`;
}
