import { fc } from "#tests/support/properties.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  addDays,
  daysBetween,
  daysOf,
  frenchDate,
  frenchDateTime,
  frenchPeriod,
  isCalendarDate,
  isoWeekday,
  parisDate,
} from "#app/kernel/calendar-date.ts";

const day = fc
  .date({ min: new Date("1990-01-01T12:00:00Z"), max: new Date("2090-12-31T12:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("calendar dates", () => {
  it("adds and counts days as inverses, whatever the clock changes between", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it("moves one weekday a day", () => {
    fc.assert(
      fc.property(day, (from) => {
        expect(isoWeekday(addDays(from, 1))).toBe((isoWeekday(from) % 7) + 1);
      }),
    );
  });

  it("lists both ends of a period", () => {
    expect(daysOf("2027-06-29", "2027-07-01")).toEqual(["2027-06-29", "2027-06-30", "2027-07-01"]);
    expect(daysOf("2027-06-29", "2027-06-28")).toEqual([]);
  });

  it("knows the day in Paris, winter and summer", () => {
    expect(parisDate(new Date("2027-01-14T22:59:00Z"))).toBe("2027-01-14");
    expect(parisDate(new Date("2027-01-14T23:00:00Z"))).toBe("2027-01-15");
    expect(parisDate(new Date("2027-06-28T22:00:00Z"))).toBe("2027-06-29");
  });

  it.each(["2027-02-29", "2027-13-01", "17/06/2027", "2027-6-1", ""])("refuses « %s »", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});

describe("dates in French", () => {
  it("writes the first of a month with its ending", () => {
    expect(frenchDate("2027-06-01")).toBe("1er juin 2027");
    expect(frenchDate("2027-06-17", { weekday: true, year: false })).toBe("jeudi 17 juin");
  });

  it("tells a shared month or year once", () => {
    expect(frenchPeriod("2027-06-17", "2027-06-28")).toBe("du 17 au 28 juin 2027");
    expect(frenchPeriod("2027-06-28", "2027-07-02")).toBe("du 28 juin au 2 juillet 2027");
    expect(frenchPeriod("2027-12-27", "2028-01-02")).toBe("du 27 décembre 2027 au 2 janvier 2028");
  });

  it("gives the hour of Paris", () => {
    expect(frenchDateTime(new Date("2027-06-17T12:05:00Z"))).toBe("17 juin 2027 à 14 h 05");
  });
});

describe("an engine that writes dates in its own order and words", () => {
  afterEach(() => vi.unstubAllGlobals());

  /** As WebKit does with recent locale data: en-CA reads "6/9/2027", and parts come unpadded, in any order. */
  function stubOtherEngine(): void {
    class OtherFormat {
      readonly #real: Intl.DateTimeFormat;
      constructor(locale: string, options: Intl.DateTimeFormatOptions) {
        this.#real = new RealFormat(locale, options);
      }
      format(): string {
        return "6/9/2027 de l’engin";
      }
      formatToParts(instant: Date): Intl.DateTimeFormatPart[] {
        const parts = this.#real.formatToParts(instant).filter(({ type }) => type !== "literal");
        return parts.map(({ type, value }) => ({ type, value: String(Number(value)) })).reverse();
      }
    }
    const RealFormat = Intl.DateTimeFormat;
    vi.stubGlobal("Intl", { ...Intl, DateTimeFormat: OtherFormat });
  }

  it("changes no date, hour or sentence of ours", async () => {
    stubOtherEngine();
    vi.resetModules();
    const calendar = await import("#app/kernel/calendar-date.ts");
    const local = await import("#app/kernel/local-time.ts");
    const instant = new Date("2027-06-09T07:05:00Z");
    expect(calendar.parisDate(instant)).toBe("2027-06-09");
    expect(calendar.frenchDateTime(instant)).toBe("9 juin 2027 à 9 h 05");
    expect(calendar.frenchDate("2027-08-01", { weekday: true })).toBe("dimanche 1er août 2027");
    expect(local.localHour(instant, "Indian/Reunion")).toBe(11);
    expect(local.localInstant("2027-06-09", 7, "America/Guadeloupe").toISOString()).toBe(
      "2027-06-09T11:00:00.000Z",
    );
  });
});
