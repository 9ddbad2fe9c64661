import { expect, it } from "vitest";
import { describeSearch } from "#app/domain/discovery/describe-search.ts";
import { asksNothing, searchQueryOf, type SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { readSearchQuery } from "#app/domain/search/search-filters.ts";

const families = [
  {
    slug: "sante",
    label: "Santé et soin",
    sectors: [
      { code: "s43", label: "Santé" },
      { code: "s44", label: "Action sociale" },
    ],
  },
];

const everywhere: SearchCriteria = {
  place: null,
  center: null,
  radiusKm: 0,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
};
const around = { place: "Rennes (35)", center: { latitude: 48.11, longitude: -1.68 }, radiusKm: 10 };

it("tells a search in one line, with all that it asks", () => {
  expect(describeSearch({ ...everywhere, words: "véto" }, families)).toBe(
    "Dans toute la France, avec « véto »",
  );
  expect(
    describeSearch(
      { ...everywhere, ...around, sectors: ["s43", "s44"], challenges: ["ecologie"], periods: ["semaine-1"] },
      families,
    ),
  ).toBe(
    "À moins de 10 km de Rennes (35), secteurs Santé ou Action sociale, défi Écologie, pour la semaine 1",
  );
  expect(
    describeSearch({ ...everywhere, family: "sante", periods: ["deux-semaines", "semaine-2"] }, families),
  ).toBe("Dans toute la France, famille Santé et soin, pour les deux semaines ou la semaine 2");
});

it("says « de » before a place as French does", () => {
  expect(describeSearch({ ...everywhere, ...around, place: "Le Tampon (974)" }, families)).toBe(
    "À moins de 10 km du Tampon (974)",
  );
});

it("runs again as it was saved, whatever it asks", () => {
  const criteria: SearchCriteria = {
    ...around,
    sectors: ["s43"],
    family: "sante",
    challenges: ["numerique"],
    periods: ["semaine-2"],
    words: "aide soignant",
  };
  const { ignored, sort, ...read } = readSearchQuery(searchQueryOf(criteria), families);
  expect(ignored).toEqual([]);
  expect(sort).toBe("recentes");
  expect(read).toMatchObject(criteria);
});

it("asks for words as words, were they the name of a town, when it names no place", () => {
  const orange: SearchCriteria = {
    ...around,
    sectors: [],
    family: null,
    challenges: [],
    periods: [],
    words: "orange",
  };
  expect(searchQueryOf(orange).get("saisie")).toBeNull();
  expect(searchQueryOf({ ...orange, place: null, center: null }).get("saisie")).toBe("orange");
});

it("tells a territory that is searched whole, and runs it again by its name", () => {
  const bretagne = {
    ...everywhere,
    words: "orange",
    place: "Bretagne (région)",
    center: null,
    departments: ["22", "29", "35", "56"],
  };
  expect(describeSearch(bretagne, [])).toMatch(/^Bretagne \(région\) en entier/);
  expect(searchQueryOf(bretagne).get("lieu")).toBe("Bretagne (région)");
  expect(searchQueryOf(bretagne).has("lat")).toBe(false);
  expect(asksNothing({ ...bretagne, words: null })).toBe(false);
});
