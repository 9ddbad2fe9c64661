import { describe, expect, it } from "vitest";
import { DEFAULT_HOURS_GRID, EMPTY_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { stayOf, stayText, stayTotal } from "#app/domain/hours/stay.ts";

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
