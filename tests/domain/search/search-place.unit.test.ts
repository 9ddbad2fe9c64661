import { describe, expect, it } from "vitest";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { distanceOnPage, findSearchPlace } from "#app/domain/search/search-place.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";

const places = createPlaceIndex(readMunicipalities());
const find = (place: string | null, center: { latitude: number; longitude: number } | null = null) =>
  findSearchPlace(places, { place, center });

describe("the place of a search", () => {
  it.each([
    ["Rennes", "Rennes (35)"],
    ["35000", "35000 – Rennes"],
    ["saint denis 93", "Saint-Denis (93)"],
    ["le tampon", "Le Tampon (974)"],
    ["rennes, France", "Rennes (35)"],
    ["Paris 15e", "Paris 15e (75)"],
  ])("« %s » is %s", (typed, label) => expect(find(typed)).toMatchObject({ kind: "found", label }));

  it("takes the best match of an ambiguous name and tells the others", () => {
    expect(find("Saint-Denis")).toMatchObject({
      kind: "found",
      label: "Saint-Denis (974)",
      others: expect.arrayContaining(["Saint-Denis (93)"]) as string[],
    });
  });

  it.each([
    ["12 rue de la Paix 35000 Rennes", "Rennes (35)"],
    ["12 bis, rue de la Paix, 35700 RENNES", "Rennes (35)"],
    ["10 rue du Lac 35580 Guichen", "Guichen (35)"],
    ["Place de la République Paris", "Paris (75)"],
    ["8 rue de Paris 59000 LILLE CEDEX 9", "Lille (59)"],
    ["1 place du Parlement de Bretagne 35000", "Rennes (35)"],
  ])("keeps nothing of the street in « %s »", (typed, label) => {
    const found = find(typed);
    expect(found).toMatchObject({ kind: "address", label });
    if (found.kind === "address") expect([found.lat, found.lon]).toEqual([found.lat, found.lon].map(rounded));
  });

  it.each([
    "La Rue-Saint-Pierre",
    "Rue",
    "Villeneuve-la-Garenne",
    "35 Rennes",
    "Marseille 13008",
    "L'Haÿ-les-Roses",
  ])("does not take the commune « %s » for a street", (typed) => expect(find(typed).kind).toBe("found"));

  it("asks again when nothing bears this name", () => {
    expect(find("xyzzyqq")).toEqual({ kind: "unknown", typed: "xyzzyqq" });
    expect(find(null)).toEqual({ kind: "none" });
  });

  it("searches around the point given, under the name given or the nearest commune's", () => {
    const center = { latitude: 48.11, longitude: -1.67 };
    expect(find("Rennes (35)", center)).toMatchObject({ center, label: "Rennes (35)" });
    expect(find(null, center)).toMatchObject({ center, label: "Rennes (35)" });
    expect(find("Chez moi", center)).toMatchObject({ center, label: "Chez moi" });
  });

  it("still tells the homonyms of an address's town after the redirect", () => {
    const address = find("5 avenue de Paris, Saint-Denis");
    expect(address).toMatchObject({ kind: "address", label: "Saint-Denis" });
    if (address.kind !== "address") return;
    const center = { latitude: Number(address.lat), longitude: Number(address.lon) };
    expect(find(address.label, center)).toMatchObject({
      label: "Saint-Denis (974)",
      others: expect.arrayContaining(["Saint-Denis (93)"]) as string[],
    });
  });
});

describe("the distance on an offer's page", () => {
  const offer = { latitude: 48.112, longitude: -1.6743, approximate: false };

  it("is told when the address names a place", () => {
    const shown = distanceOnPage(places, new URLSearchParams("lieu=Saint-Malo"), offer);
    expect(shown?.from).toBe("Saint-Malo (35)");
    expect(shown?.km).toBeGreaterThan(55);
    expect(shown?.km).toBeLessThan(70);
  });

  it("is left out when it names none, or a street", () => {
    expect(distanceOnPage(places, new URLSearchParams(), offer)).toBeNull();
    expect(distanceOnPage(places, new URLSearchParams("lieu=1 rue X 35000 Rennes"), offer)).toBeNull();
  });
});

function rounded(degrees: string): string {
  return Number(degrees).toFixed(2);
}
