import { describe, expect, it } from "vitest";
import { deadlineDay, deadlineWords, endOfDayAfter } from "#app/kernel/deadline.ts";

describe("a deadline", () => {
  it("ends with a day of mainland France, whole days after this one, whatever the hour and the season", () => {
    const end = (now: string, days: number) => endOfDayAfter(new Date(now), days).toISOString();
    expect(end("2027-03-01T09:04:00Z", 10)).toBe("2027-03-11T23:00:00.000Z");
    expect(end("2027-03-01T22:59:00Z", 5)).toBe("2027-03-06T23:00:00.000Z");
    expect(end("2027-03-01T23:01:00Z", 5)).toBe("2027-03-07T23:00:00.000Z");
    // Clocks go forward on 28 March.
    expect(end("2027-03-25T09:00:00Z", 5)).toBe("2027-03-30T22:00:00.000Z");
  });

  it("is told by its last day, without an hour", () => {
    const deadline = endOfDayAfter(new Date("2026-11-30T08:13:00Z"), 5);
    expect(deadlineWords(deadline)).toBe("5 décembre inclus");
    expect(deadlineDay(deadline, { weekday: true })).toBe("samedi 5 décembre");
    expect(deadlineDay(deadline, { year: true })).toBe("5 décembre 2026");
  });

  it("keeps its hour when it falls within a day", () => {
    expect(deadlineWords(new Date("2027-03-12T09:05:00Z"))).toBe("12 mars à 10 h 05");
    expect(deadlineDay(new Date("2027-03-12T09:00:00Z"))).toBe("12 mars à 10 h");
  });
});
