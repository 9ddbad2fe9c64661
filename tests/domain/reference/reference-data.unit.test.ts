import { describe, expect, it } from "vitest";
import { challenges } from "#app/domain/reference/challenges.ts";
import { easterSunday, isPublicHoliday, publicHolidays } from "#app/domain/reference/public-holidays.ts";
import { academies, departments } from "#db/seed/reference/academies.ts";
import { nafCount, sectorOfNaf } from "#db/seed/reference/naf-sectors.ts";
import { sectorFamilies, sectors } from "#db/seed/reference/sectors.ts";

describe("reference tables", () => {
  it("holds the 51 sectors, each in one of twelve to fourteen families", () => {
    expect(sectors.map((sector) => sector.code)).toEqual(Array.from({ length: 51 }, (_, n) => `s${n + 1}`));
    expect(sectorFamilies.length).toBeGreaterThanOrEqual(12);
    expect(sectorFamilies.length).toBeLessThanOrEqual(14);
    expect(new Set(sectors.map((sector) => sector.family))).toEqual(
      new Set(sectorFamilies.map((family) => family.slug)),
    );
    expect(new Set(sectors.map((sector) => sector.label)).size).toBe(51);
  });

  it("names only known challenges", () => {
    const known = new Set<string>(challenges.map((challenge) => challenge.slug));
    expect(sectors.flatMap((sector) => sector.challenges).filter((slug) => !known.has(slug))).toEqual([]);
  });

  it("gives every département to one académie", () => {
    expect(academies).toHaveLength(34);
    expect(new Set(departments.map((department) => department.code)).size).toBe(departments.length);
    expect(departments.every((department) => department.name !== department.code)).toBe(true);
    expect(departments.find((department) => department.code === "2A")?.academyCode).toBe("27");
  });

  it("reads an activity code with or without its dot", () => {
    expect(nafCount).toBe(730);
    expect(sectorOfNaf("01.11Z")).toBe("s51");
    expect(sectorOfNaf("0111z")).toBe("s51");
    expect(sectorOfNaf("99.99X")).toBeNull();
  });
});

describe("public holidays", () => {
  it.each([
    [2024, "2024-03-31"],
    [2025, "2025-04-20"],
    [2026, "2026-04-05"],
    [2027, "2027-03-28"],
    [2038, "2038-04-25"],
  ])("finds Easter of %i", (year, sunday) => {
    expect(easterSunday(year)).toBe(sunday);
  });

  it("has eleven national days and adds those of Alsace-Moselle and overseas", () => {
    expect(publicHolidays(2027)).toHaveLength(11);
    expect(isPublicHoliday("2026-05-25")).toBe(true);
    expect(isPublicHoliday("2027-03-26")).toBe(false);
    expect(isPublicHoliday("2027-03-26", "67")).toBe(true);
    expect(isPublicHoliday("2027-06-10", "973")).toBe(true);
    expect(isPublicHoliday("2027-12-20", "974")).toBe(true);
  });
});
