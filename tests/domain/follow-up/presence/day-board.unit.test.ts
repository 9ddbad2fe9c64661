import { describe, expect, it } from "vitest";
import { dayToShow } from "#app/domain/follow-up/presence/day-board.ts";
import { expectedDays } from "#app/domain/follow-up/placement-plan.ts";
import { DEFAULT_HOURS_GRID, EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";

const PERIOD = { startsOn: "2027-06-17", endsOn: "2027-06-28" };

describe("the day to show", () => {
  it.each([
    [null, "2027-06-18", "2027-06-18"],
    [null, "2027-03-01", "2027-06-17"],
    [null, "2027-09-01", "2027-06-28"],
    ["2027-06-21", "2027-06-18", "2027-06-21"],
    ["2027-07-21", "2027-06-18", "2027-06-18"],
    ["demain", "2027-06-18", "2027-06-18"],
  ])("asked %s on %s is %s", (asked, today, shown) => {
    expect(dayToShow(asked, PERIOD, today)).toBe(shown);
  });
});

describe("the days of a stay", () => {
  const days = (hoursGrid: typeof DEFAULT_HOURS_GRID, postcode = "35000") =>
    expectedDays({ ...PERIOD, hoursGrid, postcode }).map(({ date }) => date.slice(8));

  it("are those of its hours", () => {
    expect(days(DEFAULT_HOURS_GRID)).toEqual(["17", "18", "21", "22", "23", "24", "25", "28"]);
    const mornings = { ...EMPTY_HOURS_GRID, 6: { morning: { from: "08:00", to: "12:00" }, afternoon: null } };
    expect(days(mornings)).toEqual(["19", "26"]);
  });

  it("are the weekdays while no hour is told", () => {
    expect(days(EMPTY_HOURS_GRID)).toHaveLength(8);
  });

  it("leave out the public holidays of the place", () => {
    const grid = {
      startsOn: "2027-07-14",
      endsOn: "2027-07-15",
      hoursGrid: DEFAULT_HOURS_GRID,
      postcode: "35000",
    };
    expect(expectedDays(grid).map(({ date }) => date)).toEqual(["2027-07-15"]);
  });
});
