import { describe, expect, it } from "vitest";
import { normaliseText, ofName, plural } from "#app/kernel/text.ts";

describe("comparable text", () => {
  it.each([
    ["L'Haÿ-les-Roses", "l hay les roses"],
    ["Œuvre d’Été", "oeuvre d ete"],
    ["  SAINT—Étienne ", "saint etienne"],
  ])("reads « %s » as « %s »", (text, comparable) => {
    expect(normaliseText(text)).toBe(comparable);
  });
});

describe("plurals", () => {
  it("keeps nothing and one singular", () => {
    expect([0, 1, 2].map((count) => plural(count, "offre"))).toEqual(["0 offre", "1 offre", "2 offres"]);
    expect(plural(3, "place libre", "places libres")).toBe("3 places libres");
  });
});

describe("names", () => {
  it("elides the word before a name that begins with a vowel or a silent h", () => {
    expect(["Inès", "Élodie", "Yves", "Hélène", "Hugo"].map(ofName)).toEqual([
      "d’Inès",
      "d’Élodie",
      "d’Yves",
      "d’Hélène",
      "d’Hugo",
    ]);
    expect(["Léa", "Hakim", "Yasmine", "Karim"].map(ofName)).toEqual([
      "de Léa",
      "de Hakim",
      "de Yasmine",
      "de Karim",
    ]);
  });
});
