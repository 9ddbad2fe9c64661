import { describe, expect, it } from "vitest";
import { compactSiret, demonstrationSiret, formatSiret, isSiret } from "#app/domain/hosts/siret.ts";

describe("a SIRET", () => {
  it.each([
    ["73282932000074", "a well-formed number"],
    ["732 829 320 00074", "the same with its usual spaces"],
    ["732 829 320 00074", "the same with no-break spaces"],
    ["732\u200b829\u00ad320\ufeff00074", "the same with signs that show nothing"],
    ["７３２８２９３２００００７４", "the same in full-width digits"],
    ["732-829-320-00074", "the same with hyphens"],
    ["35600000000048", "La Poste's head office, which also keeps the Luhn sum"],
    ["35600000049837", "a post office, whose digits add up to a multiple of five"],
  ])("accepts %s: %s", (siret) => expect(isSiret(siret)).toBe(true));

  it.each([
    ["73282932000075", "a wrong last digit"],
    ["37282932000074", "two digits swapped"],
    ["732829320", "a SIREN alone"],
    ["7328293200007A", "a letter"],
    ["35600000049838", "a post office with a wrong digit"],
    ["", "nothing"],
    ["00000000000000", "zeros alone"],
    ["73282932100072", "a SIREN that is none, though the whole adds up"],
  ])("refuses %s: %s", (siret) => expect(isSiret(siret)).toBe(false));

  it("is valid for every number of the demonstration, and starts with five zeros", () => {
    for (const number of [0, 1, 7, 99, 12_345_678]) {
      const siret = demonstrationSiret(number);
      expect(siret).toMatch(/^00000\d{9}$/);
      expect(isSiret(siret)).toBe(true);
    }
  });

  it("reads in groups and compares without them", () => {
    expect(formatSiret("73282932000074")).toBe("732 829 320 00074");
    expect(compactSiret(formatSiret("73282932000074"))).toBe("73282932000074");
  });
});
