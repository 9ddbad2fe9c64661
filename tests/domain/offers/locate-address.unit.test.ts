import { describe, expect, it } from "vitest";
import { readAddress } from "#app/domain/offers/locate-address.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";

const places = createPlaceIndex(readMunicipalities());
const read = (typed: string, chosen?: string) => readAddress(places, typed, chosen);

describe("the address of an internship, typed on one line", () => {
  it.each([
    ["12 rue de Nemours, 35000 Rennes", "12 rue de Nemours", "35000", "35238"],
    ["12 rue de Nemours 35000 Rennes", "12 rue de Nemours", "35000", "35238"],
    ["12 rue de Nemours, 35000 RENNES, France", "12 rue de Nemours", "35000", "35238"],
    ["12 rue de Nemours, Rennes", "12 rue de Nemours", "35000", "35238"],
    ["12 rue de Nemours, Rennes (35)", "12 rue de Nemours", "35000", "35238"],
    ["12 rue de Nemours Rennes", "12 rue de Nemours", "35000", "35238"],
    ["12 rue de Nemours, Rennes 35000", "12 rue de Nemours", "35000", "35238"],
    ["4 place de la Mairie, 35042 Rennes Cedex", "4 place de la Mairie", "35042", "35238"],
    ["Rennes", "", "35000", "35238"],
    ["35000 Rennes", "", "35000", "35238"],
    ["5 rue de la République, 13001 Marseille", "5 rue de la République", "13001", "13201"],
    ["10 rue Hubert-Delisle, 97430 Le Tampon", "10 rue Hubert-Delisle", "97430", "97422"],
    ["2 rue Gabriel Péri, 93200 Saint-Denis", "2 rue Gabriel Péri", "93200", "93066"],
  ])("finds the commune of « %s »", (typed, line, postcode, inseeCode) => {
    expect(read(typed)).toMatchObject({ kind: "found", address: { line, postcode, inseeCode } });
  });

  it("gives homonyms as choices, then goes on with the one chosen", () => {
    const typed = "3 rue des Lilas, Saint-Denis";
    const reading = read(typed);
    expect(reading.kind).toBe("ambiguous");
    const codes = reading.kind === "ambiguous" ? reading.choices.map(({ inseeCode }) => inseeCode) : [];
    expect(codes).toContain("93066");
    expect(codes).toContain("97411");
    expect(read(typed, "97411")).toMatchObject({
      kind: "found",
      address: { inseeCode: "97411", line: "3 rue des Lilas", town: "Saint-Denis" },
    });
  });

  it("does not believe a choice that the address does not lead to", () => {
    expect(read("12 rue de Nemours, 35000 Rennes", "13201")).toMatchObject({
      kind: "found",
      address: { inseeCode: "35238" },
    });
    expect(read("3 rue des Lilas, Saint-Denis", "35238").kind).toBe("ambiguous");
  });

  it("asks when the postcode and the town contradict each other", () => {
    const reading = read("1 rue du Port, 75001 Rennes");
    expect(reading.kind).toBe("ambiguous");
    expect(reading.kind === "ambiguous" && reading.choices.map(({ inseeCode }) => inseeCode)).toEqual(
      expect.arrayContaining(["35238", "75101"]),
    );
  });

  it("says so when it recognises no town", () => {
    expect(read("qsdfghjklm").kind).toBe("unknown");
    expect(read("").kind).toBe("unknown");
  });
});
