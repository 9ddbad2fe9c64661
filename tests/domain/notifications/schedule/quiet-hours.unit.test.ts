import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import {
  zonesAwake,
  isQuietHour,
  nextDigest,
  afterQuietHours,
  startOfDay,
  tomorrowMorning,
} from "#app/domain/notifications/schedule/quiet-hours.ts";
import { localDate, localHour } from "#app/kernel/local-time.ts";
import { TIME_ZONES } from "#app/kernel/time-zones.ts";

const instants = fc.date({
  min: new Date("2026-09-01T00:00:00Z"),
  max: new Date("2028-09-01T00:00:00Z"),
  noInvalidDate: true,
});
const zones = fc.constantFrom(...TIME_ZONES);

describe("outside quiet hours, messages", () => {
  it.each([
    ["Europe/Paris", "2027-03-02T05:59:59Z", false],
    ["Europe/Paris", "2027-03-02T06:00:00Z", true],
    ["Europe/Paris", "2027-03-02T19:59:59Z", true],
    ["Europe/Paris", "2027-03-02T20:00:00Z", false],
    ["Europe/Paris", "2027-07-02T05:00:00Z", true],
    ["Europe/Paris", "2027-07-02T19:00:00Z", false],
    ["Indian/Reunion", "2027-03-02T02:59:59Z", false],
    ["Indian/Reunion", "2027-03-02T03:00:00Z", true],
    ["Indian/Reunion", "2027-03-02T17:00:00Z", false],
    ["America/Guadeloupe", "2027-03-02T10:59:59Z", false],
    ["America/Guadeloupe", "2027-03-02T11:00:00Z", true],
    ["America/Guadeloupe", "2027-03-03T01:00:00Z", false],
    ["Pacific/Noumea", "2027-03-01T20:00:00Z", true],
    ["Pacific/Noumea", "2027-03-02T10:00:00Z", false],
    ["Pacific/Marquesas", "2027-03-02T16:29:59Z", false],
    ["Pacific/Marquesas", "2027-03-02T16:30:00Z", true],
  ])("in %s at %s: %s", (timeZone, instant, good) => {
    expect(isQuietHour(new Date(instant), timeZone)).toBe(!good);
  });

  it.each([
    ["before the clocks of Paris go forward", "2027-03-27T22:00:00Z", "2027-03-28T05:00:00.000Z"],
    ["in the night when they do", "2027-03-28T02:00:00Z", "2027-03-28T05:00:00.000Z"],
    ["before they go back", "2027-10-30T21:00:00Z", "2027-10-31T06:00:00.000Z"],
    ["in the hour that comes twice", "2027-10-31T00:30:00Z", "2027-10-31T06:00:00.000Z"],
    ["at midnight", "2027-03-01T23:00:00Z", "2027-03-02T06:00:00.000Z"],
    ["not at all by day", "2027-03-02T12:00:00Z", "2027-03-02T12:00:00.000Z"],
  ])("wait until seven o’clock %s", (_, instant, expected) => {
    expect(afterQuietHours(new Date(instant), "Europe/Paris").toISOString()).toBe(expected);
  });

  it("wait until seven o’clock at Saint-Pierre too, whose clocks change on other days", () => {
    expect(afterQuietHours(new Date("2027-03-14T04:00:00Z"), "America/Miquelon").toISOString()).toBe(
      "2027-03-14T09:00:00.000Z",
    );
  });

  it("put the digest of the evening at six, and after that in the next morning", () => {
    const digest = (instant: string) => nextDigest(new Date(instant), "Indian/Reunion").toISOString();
    expect(digest("2027-03-02T05:00:00Z")).toBe("2027-03-02T14:00:00.000Z");
    expect(digest("2027-03-02T14:00:00Z")).toBe("2027-03-03T03:00:00.000Z");
  });

  it("come next, never before now, whatever the instant and the place", () => {
    fc.assert(
      fc.property(instants, zones, (now, timeZone) => {
        for (const next of [afterQuietHours(now, timeZone), nextDigest(now, timeZone)]) {
          expect(isQuietHour(next, timeZone)).toBe(false);
          expect(next.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(next.getTime() - now.getTime()).toBeLessThan(25 * 3_600_000);
        }
        const morning = tomorrowMorning(now, timeZone);
        expect(localHour(morning, timeZone)).toBe(7);
        expect(localDate(morning, timeZone) > localDate(now, timeZone)).toBe(true);
      }),
    );
  });

  it("begin and end with the day of the place", () => {
    fc.assert(
      fc.property(instants, zones, (now, timeZone) => {
        const start = startOfDay(now, timeZone);
        expect(localDate(start, timeZone)).toBe(localDate(now, timeZone));
        expect(localDate(new Date(start.getTime() - 1), timeZone)).not.toBe(localDate(now, timeZone));
        expect(zonesAwake(now).includes(timeZone)).toBe(!isQuietHour(now, timeZone));
      }),
    );
  });
});
