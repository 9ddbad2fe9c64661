import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { frenchNumber } from "#app/kernel/french-number.ts";

describe("numbers in French", () => {
  it.each([
    [0, 0, "0"],
    [999, 0, "999"],
    [1996, 0, "1\u202f996"],
    [1234567, 0, "1\u202f234\u202f567"],
    [3.24, 1, "3,2"],
    [1999.96, 1, "2\u202f000,0"],
    [-0.04, 1, "0,0"],
    [-1200, 0, "-1\u202f200"],
  ])("writes %d with %d decimals", (value, digits, expected) => {
    expect(frenchNumber(value, digits)).toBe(expected);
  });

  it("writes whole numbers as the locale data of this engine do", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(frenchNumber(value)).toBe(value.toLocaleString("fr-FR"));
      }),
    );
  });
});
