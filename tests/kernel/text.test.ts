import { describe, expect, it } from "vitest";
import { normaliseText, plural } from "#app/kernel/text.ts";

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
