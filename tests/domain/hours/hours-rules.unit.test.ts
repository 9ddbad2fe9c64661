import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { checkHours, hasHoursError, type HoursInput } from "#app/domain/hours/check-hours.ts";
import {
  DEFAULT_HOURS_GRID,
  EMPTY_HOURS_GRID,
  WEEKDAYS,
  presenceMinutes,
  type DayHours,
  type HoursGrid,
  type Weekday,
} from "#app/domain/hours/hours-grid.ts";
import { HOURS_RULES } from "#app/domain/hours/hours-rules.ts";
import { describeHoursFinding } from "#app/ui/messages/hours-findings.ts";

const twoWeeks = { startsOn: "2027-06-14", endsOn: "2027-06-25" };
/** "8:00-12:00 13:00-16:00", one half or both. */
function day(hours: string): DayHours {
  const [morning, afternoon] = hours.split(" ").map((range) => {
    const [from = "", to = ""] = range.split("-");
    return { from: from.padStart(5, "0"), to: to.padStart(5, "0") };
  });
  return { morning: morning ?? null, afternoon: afternoon ?? null };
}
const grid = (days: Partial<Record<Weekday, string>>): HoursGrid =>
  Object.fromEntries(
    WEEKDAYS.map((weekday) => [weekday, days[weekday] ? day(days[weekday]) : EMPTY_HOURS_GRID[weekday]]),
  ) as HoursGrid;
const everyDay = (hours: string, days: readonly Weekday[] = [1, 2, 3, 4, 5]) =>
  grid(Object.fromEntries(days.map((weekday) => [weekday, hours])));
const check = (hours: HoursGrid, more: Partial<HoursInput> = {}) =>
  checkHours({ ...twoWeeks, grid: hours, ...more });
const codes = (hours: HoursGrid, more: Partial<HoursInput> = {}) =>
  check(hours, more).map((finding) => finding.code);
const sentences = (hours: HoursGrid, more: Partial<HoursInput> = {}) =>
  check(hours, more).map(describeHoursFinding);

describe("a day at the host", () => {
  it("finds nothing to say about the default grid", () => {
    expect(check(DEFAULT_HOURS_GRID)).toEqual([]);
  });

  it("lasts seven hours at most", () => {
    expect(codes(grid({ 2: "9:00-12:00 13:00-17:00" }))).toEqual([]);
    expect(sentences(grid({ 2: "8:30-12:00 13:00-17:00" }))).toEqual([
      "Mardi : 7 h 30 de présence, il faut retirer 30 min (7 h au plus par jour).",
    ]);
  });

  it("starts at six and ends at eight in the evening, no derogation", () => {
    expect(codes(grid({ 1: "6:00-10:00", 4: "16:00-20:00" }))).toEqual([]);
    expect(sentences(grid({ 1: "5:59-9:00" }))).toEqual([
      "Lundi : début à 5 h 59. La présence ne peut pas commencer avant 6 h, sans exception.",
    ]);
    expect(sentences(grid({ 4: "17:00-20:01" }))).toEqual([
      "Jeudi : fin à 20 h 01. La présence ne peut pas se terminer après 20 h, sans exception.",
    ]);
  });

  it("has a break of thirty minutes once presence reaches four and a half hours", () => {
    expect(codes(grid({ 3: "8:00-12:29" }))).toEqual([]);
    expect(codes(grid({ 3: "8:00-12:30" }))).toEqual(["break_missing"]);
    expect(codes(grid({ 3: "8:00-12:00 12:29-14:00" }))).toEqual(["break_missing"]);
    expect(codes(grid({ 3: "8:00-12:00 12:30-14:00" }))).toEqual([]);
    expect(sentences(grid({ 3: "8:00-12:30" }))).toEqual([
      "Mercredi : 4 h 30 de présence sans pause. Il faut au moins 30 minutes entre le matin et l’après-midi.",
    ]);
  });

  it("is warned about when the break comes late", () => {
    expect(check(grid({ 3: "8:00-13:00 13:30-15:00" }))).toMatchObject([
      { code: "stretch_too_long", severity: "warning" },
    ]);
  });

  it("tells a slip once and does not judge the row further", () => {
    expect(codes(grid({ 1: "12:00-8:00", 2: "8:00-12:00 11:00-21:00" }))).toEqual([
      "end_before_start",
      "ranges_overlap",
    ]);
  });
});

describe("rest", () => {
  it("lasts fourteen hours between two days", () => {
    expect(codes(grid({ 1: "15:00-19:00", 2: "9:00-12:00" }))).toEqual([]);
    expect(sentences(grid({ 1: "15:00-19:00", 2: "8:30-12:00" }))).toEqual([
      "Lundi : 13 h 30 de repos entre ce jour et le suivant, il en faut 14 h : il manque 30 min.",
    ]);
  });

  it("is not asked for between two days that are not both in the dates", () => {
    const hours = grid({ 2: "16:00-20:00", 3: "6:00-10:00" });
    expect(codes(hours, { startsOn: "2027-06-17", endsOn: "2027-06-22" })).toEqual([]);
    expect(codes(hours, { startsOn: "2027-06-17", endsOn: "2027-06-23" })).toEqual(["daily_rest_too_short"]);
  });

  it("is looked for in the evening and the morning that two hosts share", () => {
    const evening = grid({ 2: "16:00-20:00" });
    const morning = grid({ 3: "8:00-12:00" });
    const first = { startsOn: "2027-06-17", endsOn: "2027-06-22" };
    const second = { startsOn: "2027-06-23", endsOn: "2027-06-28" };
    expect(check(evening, { ...first, otherAgreements: [{ grid: morning, ...second }] })).toMatchObject([
      { code: "daily_rest_too_short", day: 2, values: { actual: 720, otherAgreement: 1 } },
    ]);
    expect(check(morning, { ...second, otherAgreements: [{ grid: evening, ...first }] })).toMatchObject([
      { code: "daily_rest_too_short", day: 3 },
    ]);
  });

  it("lasts two days in a row each week: a Saturday frees Sunday and Monday", () => {
    const tuesdayToSaturday = everyDay("9:00-12:00 13:00-16:00", [2, 3, 4, 5, 6]);
    const withMonday = everyDay("9:00-12:00", [1, 2, 3, 4, 5, 6]);
    const saturdays = { startsOn: "2027-06-14", endsOn: "2027-06-26" };
    expect(codes(tuesdayToSaturday, saturdays)).toEqual([]);
    expect(codes(withMonday, saturdays)).toEqual(["weekly_rest_missing", "weekly_rest_missing"]);
    expect(codes(withMonday, { startsOn: "2027-06-14", endsOn: "2027-06-19" })).toEqual([
      "weekly_rest_missing",
    ]);
    expect(sentences(withMonday, { startsOn: "2027-06-17", endsOn: "2027-06-22" })).toEqual([
      "Semaine du 14 juin : il faut deux jours de repos de suite. Si l’élève vient le samedi 19 juin, le dimanche et le lundi doivent être libres.",
    ]);
  });

  it("is weighed over both hosts of a shared week", () => {
    const first = { startsOn: "2027-06-17", endsOn: "2027-06-22", grid: everyDay("9:00-12:00") };
    const second = {
      startsOn: "2027-06-23",
      endsOn: "2027-06-26",
      grid: everyDay("9:00-12:00", [3, 4, 5, 6]),
    };
    expect(checkHours(first)).toEqual([]);
    expect(checkHours(second)).toEqual([]);
    expect(checkHours({ ...second, otherAgreements: [first] })).toMatchObject([
      { code: "weekly_rest_missing", day: 6 },
    ]);
  });
});

describe("a week", () => {
  it("lasts thirty-five hours at most", () => {
    expect(codes(everyDay("9:00-12:00 13:00-17:00"))).toEqual([]);
    const friday = { startsOn: "2027-06-14", endsOn: "2027-06-18" };
    const tooLong = grid({ ...everyDayText("9:00-12:00 13:00-17:00"), 5: "8:30-12:00 13:00-17:00" });
    expect(sentences(tooLong, friday)).toEqual([
      "Vendredi : 7 h 30 de présence, il faut retirer 30 min (7 h au plus par jour).",
      "Semaine du 14 juin : 35 h 30 de présence, il faut retirer 30 min (35 h au plus par semaine).",
    ]);
  });

  it("is counted over both hosts when a half begins on a Thursday", () => {
    const first = { startsOn: "2027-06-17", endsOn: "2027-06-22", grid: everyDay("9:00-12:00 13:00-17:00") };
    const second = {
      startsOn: "2027-06-23",
      endsOn: "2027-06-28",
      grid: everyDay("8:00-12:00 12:30-15:30", [1, 3, 4, 5, 6]),
    };
    expect(checkHours(second).map((finding) => finding.code)).toEqual(["weekly_rest_missing"]);
    expect(checkHours({ ...second, otherAgreements: [first] })).toContainEqual({
      code: "week_too_long",
      severity: "error",
      values: {
        actual: 42 * 60,
        limit: 35 * 60,
        excess: 7 * 60,
        otherAgreement: 1,
        weekStartsOn: "2027-06-21",
      },
    });
  });

  it("is warned about above thirty hours for a pupil under fifteen, week by week", () => {
    expect(check(DEFAULT_HOURS_GRID, { birthDate: "2012-06-14" })).toEqual([]);
    expect(check(DEFAULT_HOURS_GRID, { birthDate: "2012-06-20" })).toMatchObject([
      { code: "week_long_for_age", severity: "warning", values: { weekStartsOn: "2027-06-14" } },
    ]);
    expect(check(everyDay("9:00-12:00 13:00-16:00"), { birthDate: "2013-01-01" })).toEqual([]);
    expect(hasHoursError(check(DEFAULT_HOURS_GRID, { birthDate: "2013-01-01" }))).toBe(false);
  });

  it("cannot be claimed by two agreements", () => {
    const other = { grid: DEFAULT_HOURS_GRID, startsOn: "2027-06-25", endsOn: "2027-06-30" };
    expect(sentences(DEFAULT_HOURS_GRID, { otherAgreements: [other] })).toEqual([
      "L’élève a déjà un autre stage du 25 au 30 juin 2027 : les dates de deux conventions ne peuvent pas se chevaucher.",
    ]);
  });
});

describe("what lies on a limit", () => {
  it("of a day is judged by its first and its last minute, both halves together", () => {
    expect(codes(grid({ 1: "5:00-8:00 9:00-10:00" }))).toEqual(["too_early"]);
    expect(codes(grid({ 1: "15:00-17:00 18:00-20:30" }))).toEqual(["too_late"]);
    expect(codes(grid({ 1: "8:00-10:00 10:00-12:00" }))).toEqual([]);
    expect(codes(grid({ 1: "8:00-12:30 13:00-15:00" }))).toEqual([]);
    expect(check(grid({ 1: "8:00-9:00 9:30-14:30" }))).toMatchObject([
      { code: "stretch_too_long", values: { actual: 300 } },
    ]);
  });

  it("makes a slip, told of the half at fault", () => {
    const slips = check(grid({ 1: "9:00-9:00 13:00-12:00" }));
    expect(slips).toMatchObject([
      { code: "end_before_start", severity: "error", day: 1, values: { part: 0 } },
      { code: "end_before_start", severity: "error", day: 1, values: { part: 1 } },
    ]);
    expect(check(grid({ 2: "8:00-12:00 11:59-13:00" }))).toMatchObject([
      { code: "ranges_overlap", severity: "error", day: 2 },
    ]);
  });

  it("of two agreements is their last and their first day", () => {
    const other = (startsOn: string, endsOn: string) =>
      codes(DEFAULT_HOURS_GRID, { otherAgreements: [{ grid: EMPTY_HOURS_GRID, startsOn, endsOn }] });
    expect(other("2027-06-01", "2027-06-13")).toEqual([]);
    expect(other("2027-06-01", "2027-06-14")).toEqual(["agreements_overlap"]);
    expect(other("2027-06-25", "2027-06-30")).toEqual(["agreements_overlap"]);
    expect(other("2027-06-26", "2027-06-30")).toEqual([]);
  });
});

describe("what another agreement does alone", () => {
  const elsewhere = { startsOn: "2027-05-31", endsOn: "2027-06-11" };
  it("is not told here: neither its evenings, nor its weeks, nor its Saturdays", () => {
    const tiring = everyDay("6:00-12:00 13:00-20:00", [1, 2, 3, 4, 5, 6]);
    expect(check(DEFAULT_HOURS_GRID, { otherAgreements: [{ grid: tiring, ...elsewhere }] })).toEqual([]);
  });
});

describe("rest, seen closer", () => {
  it("is told once for a pair of days, and again for another pair", () => {
    const twice = grid({ 1: "16:00-20:00", 2: "6:00-8:00 16:00-20:00", 3: "6:00-10:00" });
    expect(check(twice)).toMatchObject([
      {
        code: "daily_rest_too_short",
        day: 1,
        values: { nextDay: 2, actual: 600, excess: 240, otherAgreement: 0 },
      },
      { code: "daily_rest_too_short", day: 2, values: { nextDay: 3 } },
    ]);
  });

  it("of a Saturday is found in two free days between Tuesday and Friday, and not in one", () => {
    const week = { startsOn: "2027-06-14", endsOn: "2027-06-19" };
    const saturdayWith = (days: readonly Weekday[]) => codes(everyDay("9:00-12:00", [...days, 6]), week);
    expect(saturdayWith([1, 4, 5])).toEqual([]);
    expect(saturdayWith([1, 2, 5])).toEqual([]);
    expect(saturdayWith([1, 2, 3])).toEqual([]);
    expect(saturdayWith([1, 3, 5])).toEqual(["weekly_rest_missing"]);
    expect(saturdayWith([1, 2, 4, 5])).toEqual(["weekly_rest_missing"]);
  });
});

describe("rules with their days of validity", () => {
  it("judge an old agreement by the rule of its day", () => {
    const rules = HOURS_RULES.map((rule) =>
      rule.code === "day_too_long" ? { ...rule, validTo: "2027-12-31" } : rule,
    ).concat(
      HOURS_RULES.filter((rule) => rule.code === "day_too_long").map((rule) => ({
        ...rule,
        limit: 6 * 60,
        validFrom: "2028-01-01",
      })),
    );
    const later = { grid: DEFAULT_HOURS_GRID, startsOn: "2028-06-19", endsOn: "2028-06-30" };
    expect(checkHours({ grid: DEFAULT_HOURS_GRID, ...twoWeeks }, rules)).toEqual([]);
    expect(checkHours(later, rules)).toHaveLength(5);
  });
});

describe("any grid", () => {
  const time = fc
    .integer({ min: 0, max: 95 })
    .map(
      (quarter) =>
        `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`,
    );
  const range = fc.option(fc.record({ from: time, to: time }), { nil: null });
  const row: fc.Arbitrary<DayHours> = fc.record({ morning: range, afternoon: range });
  const anyGrid: fc.Arbitrary<HoursGrid> = fc.record({ 1: row, 2: row, 3: row, 4: row, 5: row, 6: row });

  it("without an error holds within the limits of the law", () => {
    fc.assert(
      fc.property(anyGrid, (hours) => {
        if (hasHoursError(check(hours))) return;
        const days = WEEKDAYS.map((weekday) => hours[weekday]);
        expect(Math.max(...days.map(presenceMinutes))).toBeLessThanOrEqual(420);
        expect(
          days.reduce((total, hoursOfDay) => total + presenceMinutes(hoursOfDay), 0),
        ).toBeLessThanOrEqual(2100);
        const times = days
          .flatMap(({ morning, afternoon }) => [morning, afternoon])
          .filter((part) => part !== null);
        expect(times.every(({ from, to }) => from >= "06:00" && to <= "20:00" && from < to)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("gets one readable sentence for each finding", () => {
    fc.assert(
      fc.property(anyGrid, (hours) => {
        for (const sentence of sentences(hours)) expect(sentence).toMatch(/^[A-ZÉ].*\.$/u);
        for (const sentence of sentences(hours)) expect(sentence).not.toMatch(/undefined|NaN/);
      }),
    );
  });

  it("never gains an error when a day is taken out", () => {
    fc.assert(
      fc.property(anyGrid, fc.constantFrom(...WEEKDAYS), (hours, weekday) => {
        const errors = (of: HoursGrid) => check(of).filter((finding) => finding.severity === "error").length;
        expect(errors({ ...hours, [weekday]: { morning: null, afternoon: null } })).toBeLessThanOrEqual(
          errors(hours),
        );
      }),
    );
  });
});

function everyDayText(hours: string): Partial<Record<Weekday, string>> {
  return Object.fromEntries(([1, 2, 3, 4, 5] as const).map((weekday) => [weekday, hours]));
}
