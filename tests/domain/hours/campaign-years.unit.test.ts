import { describe, expect, it } from "vitest";
import { defaultWeeks } from "#app/domain/campaigns/campaign.ts";
import { checkHours, hasHoursError, type ScheduledAgreement } from "#app/domain/hours/check-hours.ts";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { addDays, daysOf, isoWeekday } from "#app/kernel/calendar-date.ts";

const years = Array.from({ length: 15 }, (_, index) => 2026 + index);

describe.each(years)("the window of 17–28 June %i, whatever the weekday of the 17th", (year) => {
  const [startsOn, endsOn] = [`${year}-06-17`, `${year}-06-28`];
  const weeks = defaultWeeks(startsOn, endsOn);
  const [first, second] = weeks.map((week): ScheduledAgreement => ({
    startsOn: week.startsOn,
    endsOn: week.endsOn,
    grid: DEFAULT_HOURS_GRID,
  }));
  if (!first || !second) throw new Error("A window has two weeks");

  it("is cut in two weeks that follow one another and leave no day out", () => {
    expect([first.startsOn, second.endsOn]).toEqual([startsOn, endsOn]);
    expect(second.startsOn).toBe(addDays(first.endsOn, 1));
  });

  it("has days to work in each week", () => {
    for (const week of [first, second]) {
      const worked = daysOf(week.startsOn, week.endsOn).filter((day) => isoWeekday(day) <= 5);
      expect(worked.length).toBeGreaterThanOrEqual(4);
    }
  });

  it("holds the default hours within the law: at one host, at two, or for one week", () => {
    const birthDate = `${year - 16}-02-28`;
    const whole = { startsOn, endsOn, grid: DEFAULT_HOURS_GRID };
    for (const input of [whole, first, second, { ...first, otherAgreements: [second] }])
      expect(hasHoursError(checkHours({ ...input, birthDate }))).toBe(false);
  });
});
