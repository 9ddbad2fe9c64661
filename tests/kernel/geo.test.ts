import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { frenchDistance, greatCircleKm } from "#app/kernel/geo.ts";

const point = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

describe("distances", () => {
  it("gives the known distance from Paris to Marseille", () => {
    expect(
      greatCircleKm({ latitude: 48.8566, longitude: 2.3522 }, { latitude: 43.2965, longitude: 5.3698 }),
    ).toBeCloseTo(660.5, 0);
  });

  it("is the same both ways, never negative, and never beyond half the Earth's circumference", () => {
    fc.assert(
      fc.property(point, point, (from, to) => {
        const km = greatCircleKm(from, to);
        expect(km).toBeCloseTo(greatCircleKm(to, from), 6);
        expect(km).toBeGreaterThanOrEqual(0);
        expect(km).toBeLessThanOrEqual(20_015.2);
      }),
    );
  });

  it.each([
    [0, false, "moins de 0,1 km"],
    [0.2, true, "moins de 1 km"],
    [3.24, false, "3,2 km"],
    [3.24, true, "3 km"],
    [12, false, "12,0 km"],
    [1234.5, false, "1\u202f235 km"],
  ])("reads %d km (approximate: %s) as « %s »", (km, approximate, text) => {
    expect(frenchDistance(km, approximate)).toBe(text);
  });
});
