import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { followSchools } from "#app/domain/reference/school-places-feed.server.ts";
import { listLocatedSchools } from "#app/domain/reference/school-places.queries.server.ts";
import type { LocatedSchool } from "#app/domain/reference/place.ts";
import { importSchools } from "#app/domain/schools/import-schools.server.ts";
import { DIRECTORY_COLUMNS } from "#app/domain/schools/import-schools.ts";
import { findSearchPlace } from "#app/domain/search/search-place.ts";
import { schools } from "#db/schema/index.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

let number = 0;
function lycee(
  name: string,
  town: string,
  inseeCode: string,
  values: Partial<LocatedSchool> = {},
): LocatedSchool {
  number += 1;
  return {
    uai: `${String(number).padStart(7, "0")}A`,
    name,
    town,
    inseeCode,
    postcode: null,
    departmentCode: inseeCode.slice(0, 2),
    latitude: 48,
    longitude: 2,
    approximate: false,
    secondeEnrolment: null,
    ...values,
  };
}

const places = createPlaceIndex(readMunicipalities());
places.replaceSchools([
  lycee("Lycée Émile Zola", "Rennes", "35238", { latitude: 48.1094, longitude: -1.6741 }),
  lycee("Lycée Chateaubriand", "Rennes", "35238"),
  lycee("Lycée général et technologique Marguerite Jauzelon", "Saint-Denis", "97411"),
  lycee("Lycée polyvalent Suger", "Saint-Denis", "93066"),
  lycee("Lycée Jean Moulin", "Béziers", "34032", { secondeEnrolment: 400 }),
  lycee("Lycée polyvalent Jean Moulin", "Rennes", "35238", { secondeEnrolment: 100 }),
  lycee("Lycée Laval", "Pau", "64445"),
  lycee("Lycée de Laval-Nord", "Laval", "53130"),
  lycee("Lycée agricole de Laval", "Laval", "53130"),
  lycee("Lycée d'enseignement général et technologique François Pétrarque", "Avignon", "84007"),
  lycee("Lycée Henri-IV", "Paris", "75105"),
  lycee("Lycée Ailleurs", "Nullepart", "99999"),
]);
const labels = (text: string, limit?: number) => places.search(text, limit).map(({ label }) => label);

describe("a lycée as a place", () => {
  it("bears its UAI, its point and its commune", () => {
    expect(places.search("lycée emile zola")[0]).toEqual({
      label: "Lycée Émile Zola, Rennes (35)",
      type: "lycee",
      code: "0000001A",
      inseeCode: "35238",
      lat: 48.1094,
      lon: -1.6741,
      approximate: false,
      departmentCode: "35",
      name: "Lycée Émile Zola",
      postcode: "",
    });
    expect(places.search("0000001a")[0]?.label).toBe("Lycée Émile Zola, Rennes (35)");
  });

  it.each([
    ["Lycée Zola", "Lycée Émile Zola, Rennes (35)"],
    ["zola rennes", "Lycée Émile Zola, Rennes (35)"],
    ["LYCEE ZOLA RENN", "Lycée Émile Zola, Rennes (35)"],
    ["lycée emil zola rennes", "Lycée Émile Zola, Rennes (35)"],
    ["lycee chateaubrian", "Lycée Chateaubriand, Rennes (35)"],
    ["lycee chataubrian", "Lycée Chateaubriand, Rennes (35)"],
    ["jauzelon", "Lycée Marguerite Jauzelon, Saint-Denis (974)"],
    ["lycee petrarque", "Lycée François Pétrarque, Avignon (84)"],
    ["lycée henri 4", undefined],
    ["lycee henri iv", "Lycée Henri-IV, Paris 5e (75)"],
    ["lycee moulin rennes", "Lycée Jean Moulin, Rennes (35)"],
    ["lycee ailleurs", "Lycée Ailleurs, Nullepart (99)"],
  ])("is found by « %s »", (text, label) => {
    if (label) expect(labels(text)[0]).toBe(label);
    else expect(labels(text)).not.toContain("Lycée Henri-IV, Paris 5e (75)");
  });

  it("comes after the communes of the same name, before those whose name only begins so", () => {
    expect(labels("laval").slice(0, 2)).toEqual(["Laval (53)", "Lycée Laval, Pau (64)"]);
    expect(places.resolve("laval")).toMatchObject({ best: { label: "Laval (53)" } });
    expect(labels("saint-denis").slice(0, 2)).toEqual(["Saint-Denis (974)", "Saint-Denis (93)"]);
  });

  it("is not named by its town alone, unless a lycée is asked", () => {
    expect(labels("rennes").filter((label) => label.startsWith("Lycée"))).toEqual([]);
    expect(labels("lycée rennes")).toHaveLength(3);
  });

  it("never takes more than three of the places beside communes", () => {
    const many = createPlaceIndex(readMunicipalities());
    many.replaceSchools(Array.from({ length: 30 }, () => lycee("Lycée Saint-Joseph", "Pau", "64445")));
    const found = many.search("saint joseph");
    expect(found).toHaveLength(8);
    expect(found.filter(({ type }) => type === "lycee")).toHaveLength(3);
    expect(found[0]?.label).toBe("Saint-Joseph (974)");
  });

  it("finds its own label again, and tells its homonyms", () => {
    for (const text of ["lycée zola", "jauzelon", "lycee petrarque", "lycee moulin rennes"]) {
      const [place] = places.search(text);
      expect(places.resolve(place?.label ?? "")).toEqual({ best: place, others: [] });
    }
    expect(places.resolve("lycée jean moulin")).toMatchObject({
      best: { label: "Lycée Jean Moulin, Béziers (34)" },
      others: [{ label: "Lycée Jean Moulin, Rennes (35)" }],
    });
  });

  it("is the centre of a search that names it", () => {
    expect(findSearchPlace(places, { place: "Lycée Émile Zola, Rennes (35)", center: null })).toEqual({
      kind: "found",
      label: "Lycée Émile Zola, Rennes (35)",
      center: { latitude: 48.1094, longitude: -1.6741 },
      approximate: false,
      others: [],
    });
    const official = "Lycée d'enseignement général et technologique François Pétrarque";
    expect(findSearchPlace(places, { place: official, center: null })).toMatchObject({
      kind: "found",
      label: "Lycée François Pétrarque, Avignon (84)",
    });
    expect(findSearchPlace(places, { place: "12 rue Émile Zola 35000 Rennes", center: null })).toMatchObject({
      kind: "address",
      label: "Rennes (35)",
    });
  });
});

it("reads no more of a text than a place may have", () => {
  const long = `lycée emile zola ${"de ".repeat(70)}`;
  expect(labels(`${long} inconnu`)).toEqual(["Lycée Émile Zola, Rennes (35)"]);
});

describe("the lycées of a process that serves", () => {
  const database = testDatabase();
  const clock = fakeClock();
  beforeAll(async () => {
    const make = factories(database.db, clock);
    await make.reference();
    const point = { latitude: 48.1, longitude: -1.6 };
    await make.school({ uai: "0350001A", name: "Lycée Zola", ...point });
    await make.school({ uai: "0350002A", name: "Lycée fermé", status: "closed", ...point });
    await make.school({ uai: "0350003A", name: "Lycée professionnel", hasSeconde: false, ...point });
    await make.school({ uai: "0350004A", name: "Lycée sans point" });
  });

  it("are those with a point and pupils of seconde", async () => {
    expect((await listLocatedSchools(database.db)).map(({ uai }) => uai)).toEqual(["0350001A"]);
  });

  it("are read once it starts, and again after an import", async () => {
    onTestFinished(async () => void (await database.db.delete(schools).where(eq(schools.uai, "0350009B"))));
    const index = createPlaceIndex(readMunicipalities());
    const errors: unknown[] = [];
    const onError = (error: unknown) => void errors.push(error);
    const feed = followSchools({ url: database.url, places: index, onError });
    const found = (text: string) => vi.waitFor(() => expect(index.search(text)[0]?.type).toBe("lycee"));
    await found("lycée zola");
    const row: Partial<Record<(typeof DIRECTORY_COLUMNS)[number], string>> = {
      Identifiant_de_l_etablissement: "0350009B",
      Nom_etablissement: "Lycée Simone Veil",
      Type_etablissement: "Lycée",
      Statut_public_prive: "Public",
      Code_commune: "35238",
      Nom_commune: "Rennes",
      Code_departement: "035",
      Code_academie: "14",
      Voie_generale: "1",
      latitude: "48.1",
      longitude: "-1.6",
      etat: "OUVERT",
      libelle_nature: "LYCEE POLYVALENT",
    };
    const lines = [DIRECTORY_COLUMNS, DIRECTORY_COLUMNS.map((column) => row[column] ?? "")];
    const directory = (async function* () {
      yield Buffer.from(lines.map((line) => line.join(";")).join("\n"));
    })();
    expect(await importSchools({ db: database.db }, { directory })).toMatchObject({ ok: true });
    await found("lycée simone veil");
    await feed.close();
    expect(errors).toEqual([]);
  });
});
