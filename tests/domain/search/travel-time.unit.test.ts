import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { estimateTravel } from "#app/domain/search/travel-time.ts";

describe("the estimate of a travel", () => {
  it.each([
    [0, "foot", 5],
    [0.8, "foot", 15],
    [1.7, "foot", 30],
    [1.8, "bike", 10],
    [4, "bike", 20],
    [8, "bike", 45],
    [8.2, "transit", 40],
    [12, "transit", 55],
    [30, "transit", 85],
  ] as const)("of %d km as the crow flies: %s, about %d minutes", (km, mode, minutes) => {
    expect(estimateTravel(km)).toEqual({ mode, minutes });
  });

  it("never gets shorter with the distance in one mode, and is told to five minutes", () => {
    const distance = fc.double({ min: 0, max: 150, noNaN: true });
    fc.assert(
      fc.property(distance, distance, (a, b) => {
        const [near, far] = [estimateTravel(Math.min(a, b)), estimateTravel(Math.max(a, b))];
        expect(near.minutes % 5).toBe(0);
        if (near.mode === far.mode) expect(near.minutes).toBeLessThanOrEqual(far.minutes);
      }),
    );
  });
});
