import { describe, expect, it } from "vitest";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { hoursFields, readHours, readTime } from "#app/domain/offers/offer-hours.ts";

const readFields = (fields: Record<string, string>) => readHours((field) => fields[field] ?? "");

describe("the hours of an offer, as a form sends them", () => {
  it("come back as the grid they were shown from", () => {
    expect(readFields(hoursFields(DEFAULT_HOURS_GRID))).toEqual({ grid: DEFAULT_HOURS_GRID, slips: [] });
  });

  it.each([
    ["09:30", "09:30"],
    ["9h30", "09:30"],
    ["9 h 30", "09:30"],
    ["9h", "09:00"],
    ["9", "09:00"],
    ["9.05", "09:05"],
    ["24:00", null],
    ["9h75", null],
    ["midi", null],
    ["", null],
  ])("read the time « %s »", (typed, time) => expect(readTime(typed)).toBe(time));

  it("tell a beginning without an end, and a time that is none", () => {
    const typed = {
      ...hoursFields(DEFAULT_HOURS_GRID),
      "hours-2-morning-to": "",
      "hours-3-afternoon-from": "midi",
    };
    expect(readFields(typed).slips).toEqual([
      { code: "half_range", day: 2, half: "morning" },
      { code: "unreadable_time", day: 3, half: "afternoon", typed: "midi" },
    ]);
  });

  it("cannot all be empty", () => {
    expect(readFields({}).slips).toEqual([{ code: "no_hours" }]);
  });
});
