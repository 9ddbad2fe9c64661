import { describe, expect, it } from "vitest";
import {
  calendarPurpose,
  placementDays,
  type CalendarPlacement,
} from "#app/domain/applications/views/placement-calendar.ts";
import { DEFAULT_HOURS_GRID, EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";

const placement = (change: Partial<CalendarPlacement> = {}): CalendarPlacement => ({
  applicationId: "application",
  title: "Découvrir un cabinet",
  organisation: "Cabinet",
  address: "3 rue du Port, 35000 Rennes",
  inseeCode: "35238",
  weeks: [{ week: 1, startsOn: "2027-06-17", endsOn: "2027-06-22" }],
  hoursGrid: DEFAULT_HOURS_GRID,
  changedAt: new Date("2027-03-01T09:00:00Z"),
  ...change,
});
const dates = (change: Partial<CalendarPlacement>) =>
  placementDays(placement(change)).map(({ date }) => date);

describe("the days of a placement", () => {
  it("are those of presence, at the hours of the place, from the first to the last of the day", () => {
    expect(placementDays(placement())).toEqual(
      ["2027-06-17", "2027-06-18", "2027-06-21", "2027-06-22"].map((date) => ({
        date,
        hours: { start: new Date(`${date}T07:00:00Z`), end: new Date(`${date}T15:00:00Z`) },
      })),
    );
  });

  it("take a Saturday that is worked, and no Sunday", () => {
    const morning = { morning: { from: "08:15", to: "12:45" }, afternoon: null };
    const saturday = placementDays(placement({ hoursGrid: { ...EMPTY_HOURS_GRID, 6: morning } }));
    expect(saturday).toEqual([
      {
        date: "2027-06-19",
        hours: { start: new Date("2027-06-19T06:15:00Z"), end: new Date("2027-06-19T10:45:00Z") },
      },
    ]);
  });

  it("are whole days from Monday to Friday while the hours are not known", () => {
    expect(placementDays(placement({ hoursGrid: null }))).toEqual(
      ["2027-06-17", "2027-06-18", "2027-06-21", "2027-06-22"].map((date) => ({ date, hours: null })),
    );
  });

  it("leave out the holidays of the place, and go by its clocks", () => {
    const weeks = [{ week: 1 as const, startsOn: "2027-06-10", endsOn: "2027-06-11" }];
    expect(dates({ weeks })).toEqual(["2027-06-10", "2027-06-11"]);
    expect(dates({ weeks, inseeCode: "97302" })).toEqual(["2027-06-11"]);
    const [first] = placementDays(placement({ weeks, inseeCode: "97411" }));
    expect(first?.hours?.start).toEqual(new Date("2027-06-10T05:00:00Z"));
  });

  it("follow one week after the other", () => {
    const weeks = [
      { week: 1 as const, startsOn: "2027-06-17", endsOn: "2027-06-18" },
      { week: 2 as const, startsOn: "2027-06-24", endsOn: "2027-06-25" },
    ];
    expect(dates({ weeks })).toEqual(["2027-06-17", "2027-06-18", "2027-06-24", "2027-06-25"]);
  });
});

it("a link to a calendar is for one campaign", () => {
  expect(calendarPurpose({ id: "one" })).toBe("calendar one");
});
