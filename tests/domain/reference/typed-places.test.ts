import { describe, expect, it } from "vitest";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { departmentOfInsee, territoryOfCode } from "#app/domain/reference/territories/territories.ts";
import { findSearchPlace } from "#app/domain/search/search-place.ts";
import { departments } from "#db/seed/reference/academies.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { readPostcodes } from "#db/seed/reference/postcodes.ts";

const municipalities = readMunicipalities();
const places = createPlaceIndex(municipalities, readPostcodes());
const find = (place: string) => findSearchPlace(places, { place, center: null });

describe("a postcode as people type it", () => {
  it.each([
    ["06203", "06203 – Nice"],
    ["33081 CEDEX", "33081 – Bordeaux"],
    ["44042 Nantes cedex 01", "44042 – Nantes"],
    ["29 200", "29200 – Brest"],
    ["29.200", "29200 – Brest"],
    ["29 200", "29200 – Brest"],
    ["F-59000", "59000 – Lille"],
    ["F 59000 Lille", "59000 – Lille"],
    ["FR-59000", "59000 – Lille"],
    ["69000 Lyon", "69000 – Lyon"],
    ["13000", "13000 – Marseille"],
    ["75 000", "75000 – Paris"],
    ["98702", "98702 – Faaa"],
    ["98835", "98835 – Dumbéa"],
    ["98610", "98610 – Alo"],
    ["98755", "98755 – Gambier"],
    ["97470", "97470 – Saint-Benoît"],
  ])("« %s » is %s", (typed, label) => expect(find(typed)).toMatchObject({ kind: "found", label }));

  it("is never read as the INSEE code of a commune", () => {
    const bare = createPlaceIndex(municipalities);
    const known = new Set(municipalities.flatMap(({ postcodes }) => postcodes));
    const codes = municipalities
      .map(({ inseeCode }) => inseeCode)
      .filter((code, number) => number % 5 === 0 && /^\d{5}$/.test(code) && !known.has(code));
    expect(codes.length).toBeGreaterThan(5000);
    expect(codes.filter((code) => bare.resolve(code)?.doubtful !== true)).toEqual([]);
    expect(codes.flatMap((code) => bare.search(code)).filter(({ type }) => type === "commune")).toEqual([]);
  });

  it("asks about the département alone when nobody has told what it serves", () => {
    expect(find("29999")).toEqual({
      kind: "unknown",
      typed: "29999",
      guesses: ["Finistère (département 29)"],
    });
    expect(find("99123")).toEqual({ kind: "unknown", typed: "99123" });
  });

  it("is learnt from the directory, except those that communes bear", () => {
    const index = createPlaceIndex(municipalities);
    index.learnPostcodes([
      { postcode: "29999", inseeCode: "29232" },
      { postcode: "35000", inseeCode: "29232" },
    ]);
    expect(index.search("29999")[0]?.label).toBe("29999 – Quimper");
    expect(index.search("35000")[0]?.label).toBe("35000 – Rennes");
  });
});

describe("a territory", () => {
  it.each([
    ["Morbihan", "Morbihan (département 56)"],
    ["le morbihan", "Morbihan (département 56)"],
    ["département du Lot", "Lot (département 46)"],
    ["Lot (46)", "Lot (département 46)"],
    ["46", "Lot (département 46)"],
    ["2b", "Haute-Corse (département 2B)"],
    ["972", "Martinique (département 972)"],
    ["HDF", "Hauts-de-France (région)"],
    ["Occitanie", "Occitanie (région)"],
    ["region normandie", "Normandie (région)"],
    ["pays de loire", "Pays de la Loire (région)"],
    ["Normandei", "Normandie (région)"],
    ["Lorraine", "Lorraine (région)"],
    ["Polynésie", "Polynésie française (outre-mer 987)"],
    ["Wallis", "Wallis et Futuna (outre-mer 986)"],
    ["Nouvelle-Calédonie", "Nouvelle-Calédonie (outre-mer 988)"],
    ["DOM-TOM", "Outre-mer (région)"],
  ])("« %s » is searched whole: %s", (typed, label) =>
    expect(find(typed)).toMatchObject({ kind: "territory", label }),
  );

  it("holds its départements, and the whole country all", () => {
    expect(find("PACA")).toMatchObject({ departments: ["04", "05", "06", "13", "83", "84"] });
    expect(find("Corse")).toMatchObject({ departments: ["2A", "2B"], inside: "en Corse" });
    expect(find("France")).toMatchObject({ kind: "territory", departments: [] });
  });

  it("bears the names of the official list, and the codes that INSEE codes begin with", () => {
    for (const { code, name } of departments)
      expect(territoryOfCode(code.toLowerCase())).toMatchObject({ name, departments: [code] });
    for (const { inseeCode, departmentCode } of municipalities)
      expect(departmentOfInsee(inseeCode)).toBe(departmentCode);
  });

  it("is told beside a large town of the same name, and before a village", () => {
    expect(find("Vienne")).toMatchObject({ label: "Vienne (38)", others: ["Vienne (département 86)"] });
    expect(find("Aube")).toMatchObject({
      label: "Aube (département 10)",
      others: ["Aube (61)", "Aube (57)"],
    });
  });

  it.each([
    ["Laval, Mayenne", "Laval (53)"],
    ["Saint-Denis, Île-de-France, France", "Saint-Denis (93)"],
    ["Sainte-Marie Martinique", "Sainte-Marie (972)"],
    ["Sainte-Marie (La Réunion)", "Sainte-Marie (974)"],
    ["Valence, Rhône-Alpes", "Valence (26)"],
    ["Neuilly-sur-Marne", "Neuilly-sur-Marne (93)"],
    ["26 Valence", "Valence (26)"],
  ])("« %s » is the town %s of it", (typed, label) =>
    expect(find(typed)).toMatchObject({ kind: "found", label }),
  );
});

describe("what is no commune", () => {
  it.each([
    ...["Anvers", "Lausanne", "Londres", "Berlin", "Madrid", "Turin", "Sarrebruck", "Pondichéry", "Monaco"],
    ...["Suisse", "Belgique", "Sénégal", "Inde", "Chine", "Bruxelles", "Liège, Belgique", "Valence, Espagne"],
    ...["98000", "12 rue du Lac, Genève", "New York"],
  ])("« %s » is never replaced by a look-alike", (typed) => expect(find(typed).kind).toBe("unknown"));

  it.each([
    ["Toulousse", "Toulouse (31)"],
    ["monpellier", "Montpellier (34)"],
    ["saint-germain-des-fosses", "Saint-Germain-des-Fossés (03)"],
    ["saint germain des fossez", "Saint-Germain-des-Fossés (03)"],
    ["Villeneuve-sur", "Villeneuve-sur-Lot (47)"],
  ])("« %s » is near enough to be %s", (typed, label) =>
    expect(find(typed)).toMatchObject({ kind: "found", label }),
  );

  it.each([
    ["Grenobel-le", "Grenoble (38)"],
    ["Tulouze", "Toulouse (31)"],
    ["Quimper 44", "Quimper (29)"],
    ["Lille, Bretagne", "Lille (59)"],
    ["13001 Toulon", "Toulon (83)"],
    ["Brutele", "Brutelles (80)"],
    ["3 rue de Nantes", "Nantes (44)"],
  ])("« %s » is asked about before %s is taken", (typed, label) => {
    const where = find(typed);
    expect(where).toMatchObject({ kind: "unknown" });
    expect(where.kind === "unknown" && where.guesses).toContain(label);
  });
});

describe("completion and search", () => {
  it.each([
    "5 rue des Halles 44042 Nantes cedex 1",
    "12 rue de la Paix, 75002 Paris",
    "Chalon",
    "Saint-Denis",
    "Landes",
    "974",
    "Renes",
    "Quimper 44",
    "13001 Toulon",
  ])("take the same place first for « %s »", (typed) => {
    const [first] = places.search(typed);
    expect(places.resolve(typed)?.best).toEqual(first);
  });

  it("find every proposal again by its label", () => {
    const typed = ["sain", "vien", "42", "nor", "par", "mayenne", "bret", "2a", "750", "reunion", "marti"];
    for (const place of typed.flatMap((text) => places.search(text))) {
      const resolved = places.resolve(place.label);
      expect([resolved?.best.label, resolved?.best.code]).toEqual([place.label, place.code]);
      expect(resolved?.doubtful).toBeUndefined();
    }
  });
});
