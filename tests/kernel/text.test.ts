import { describe, expect, it } from "vitest";
import { normaliseText, ofName, ofPlace, plural } from "#app/kernel/text.ts";

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

describe("places", () => {
  it.each([
    ["Le Tampon (974)", "du Tampon (974)"],
    ["Le Havre (76)", "du Havre (76)"],
    ["Les Abymes (971)", "des Abymes (971)"],
    ["La Rochelle (17)", "de La Rochelle (17)"],
    ["Lens (62)", "de Lens (62)"],
    ["Angers (49)", "d’Angers (49)"],
    ["Évry (91)", "d’Évry (91)"],
    ["Hyères (83)", "d’Hyères (83)"],
    ["97430 – Le Tampon", "de 97430 – Le Tampon"],
    ["Lycée des Trois-Rivières, Rennes (35)", "du Lycée des Trois-Rivières, Rennes (35)"],
  ])("says « de » before « %s »", (place, said) => {
    expect(ofPlace(place)).toBe(said);
  });
});
