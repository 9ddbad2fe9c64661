import { expect, it } from "vitest";
import { firstDayOf } from "#app/domain/hours/first-day.ts";
import { DEFAULT_HOURS_GRID, EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";

const closed = { morning: null, afternoon: null };

it("takes the first day that the grid fills", () => {
  const friday = { ...DEFAULT_HOURS_GRID, 4: closed };
  expect(firstDayOf("2027-06-17", "2027-06-28", DEFAULT_HOURS_GRID).day).toBe("2027-06-17");
  expect(firstDayOf("2027-06-17", "2027-06-28", friday)).toEqual({ day: "2027-06-18", hours: friday[5] });
  expect(firstDayOf("2027-06-19", "2027-06-28", DEFAULT_HOURS_GRID).day).toBe("2027-06-21");
});

it("falls back on the first day of the period, without hours, when no grid tells them", () => {
  expect(firstDayOf("2027-06-17", "2027-06-28", null)).toEqual({ day: "2027-06-17", hours: null });
  expect(firstDayOf("2027-06-17", "2027-06-22", EMPTY_HOURS_GRID)).toEqual({
    day: "2027-06-17",
    hours: null,
  });
});
