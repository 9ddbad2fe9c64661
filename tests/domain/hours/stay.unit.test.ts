import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysOf, isoWeekday } from "#app/kernel/calendar-date.ts";
import {
  DEFAULT_HOURS_GRID,
  EMPTY_HOURS_GRID,
  presenceMinutes,
  WEEKDAYS,
  type HoursGrid,
} from "#app/domain/hours/hours-grid.ts";
import { stayLine, stayOf, stayText, stayTotal } from "#app/domain/hours/stay.ts";

describe("the days of a stay", () => {
  it("are told with their weekdays, their number and the true total of their hours", () => {
    const second = stayOf("2027-06-23", "2027-06-28", DEFAULT_HOURS_GRID);
    expect(stayText(second)).toBe("Mer. 23 – lun. 28 juin · 4 jours");
    expect(stayTotal(second)).toBe("26 h");
    const both = stayOf("2027-06-17", "2027-06-28", DEFAULT_HOURS_GRID);
    expect(stayText(both)).toBe("Jeu. 17 – lun. 28 juin · 8 jours");
    expect(stayTotal(both)).toBe("52 h");
  });

  it("follow the grid: closed days neither begin nor end them", () => {
    const grid = { ...EMPTY_HOURS_GRID, 2: DEFAULT_HOURS_GRID[2], 3: DEFAULT_HOURS_GRID[3] };
    expect(stayText(stayOf("2027-06-28", "2027-07-02", grid))).toBe("Mar. 29 – mer. 30 juin · 2 jours");
    expect(stayText(stayOf("2027-06-30", "2027-07-06", grid))).toBe(
      "Mer. 30 juin – mar. 6 juillet · 2 jours",
    );
    expect(stayText(stayOf("2027-06-22", "2027-06-22", grid))).toBe("Mar. 22 juin · 1 jour");
    expect(stayText(stayOf("2027-06-26", "2027-06-27", grid))).toBe("");
  });
});

describe("a stay in a line", () => {
  const line = (startsOn: string, endsOn: string, grid = DEFAULT_HOURS_GRID) =>
    stayLine({ startsOn, endsOn }, grid);

  it("names each day, and tells their number, the hours that they share, and the true total", () => {
    expect(line("2027-06-17", "2027-06-22")).toBe(
      "Jeu. 17, ven. 18, lun. 21, mar. 22 juin · 4 jours · 9 h–12 h, 13 h 30–17 h · 26 h",
    );
    expect(line("2027-06-29", "2027-07-01")).toBe(
      "Mar. 29, mer. 30 juin, jeu. 1er juillet · 3 jours · 9 h–12 h, 13 h 30–17 h · 19 h 30",
    );
  });

  it("leaves hours that differ to the grid, and many days to their first and last", () => {
    const short = { ...DEFAULT_HOURS_GRID, 5: { morning: { from: "09:00", to: "12:00" }, afternoon: null } };
    expect(line("2027-06-17", "2027-06-18", short)).toBe(
      "Jeu. 17, ven. 18 juin · 2 jours · horaires selon le jour · 9 h 30",
    );
    expect(line("2027-06-07", "2027-06-25")).toMatch(/^Lun\. 7 – ven\. 25 juin · 15 jours · /);
    expect(line("2027-06-19", "2027-06-20")).toBe("");
  });

  it("totals the hours of its days, whatever the grid and the dates", () => {
    const half = fc.option(fc.constant({ from: "09:00", to: "12:00" }), { nil: null });
    const day = fc.record({ morning: half, afternoon: fc.constant(null) });
    const grid = fc.record({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day });
    fc.assert(
      fc.property(grid, fc.nat(400), fc.nat(20), (drawn: HoursGrid, start, length) => {
        const startsOn = addDays("2027-01-01", start);
        const endsOn = addDays(startsOn, length);
        const stay = stayOf(startsOn, endsOn, drawn);
        const minutesOn = (date: string) => {
          const weekday = WEEKDAYS.find((one) => one === isoWeekday(date));
          return weekday ? presenceMinutes(drawn[weekday]) : 0;
        };
        const everyDay = daysOf(startsOn, endsOn).map(minutesOn);
        expect(stay.minutes).toBe(everyDay.reduce((sum, one) => sum + one, 0));
        expect(stay.days.every((date) => minutesOn(date) > 0)).toBe(true);
        expect(stay.days).toHaveLength(everyDay.filter((minutes) => minutes > 0).length);
        const told = stayLine({ startsOn, endsOn }, drawn);
        if (stay.days.length > 0) expect(told.endsWith(` · ${stayTotal(stay)}`)).toBe(true);
      }),
    );
  });
});
