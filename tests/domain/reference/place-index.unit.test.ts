import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { canonicalPlace, departmentsOfPostcode } from "#app/domain/reference/place-text.ts";
import { territoryNamed } from "#app/domain/reference/territories/territories.ts";
import { seededRandom } from "#app/kernel/random.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";

const municipalities = readMunicipalities();
const TYPED_NAMES = process.env.TEST_LONG ? 20_000 : 1000;
const index = createPlaceIndex(municipalities);
const first = (query: string): string | undefined => index.search(query)[0]?.label;

describe("embedded places", () => {
  it("give a point to at least 97 % of the population, overseas included", () => {
    const communes = municipalities.filter((row) => row.type === "commune");
    const total = communes.reduce((sum, row) => sum + row.population, 0);
    const placed = communes
      .filter((row) => row.latitude !== null)
      .reduce((sum, row) => sum + row.population, 0);
    expect(communes.length).toBeGreaterThan(34_900);
    expect(placed / total).toBeGreaterThan(0.97);
    expect(
      municipalities.filter((row) => row.type === "arrondissement" && row.latitude !== null),
    ).toHaveLength(45);
  });

  it("keep Saint-Denis of La Réunion away from Saint-Denis near Paris", () => {
    expect(index.byInseeCode("97411")?.lat).toBeLessThan(-20);
    expect(index.byInseeCode("93066")?.lat).toBeGreaterThan(48);
  });
});

describe("place search", () => {
  it.each([
    ["Laval", "Laval (53)"],
    ["Rochefort", "Rochefort (17)"],
    ["saint-denis 93", "Saint-Denis (93)"],
    ["Saint-Denis (93)", "Saint-Denis (93)"],
    ["Saint-Denis 974", "Saint-Denis (974)"],
    ["st denis réunion", "Saint-Denis (974)"],
    ["L'Haÿ-les-Roses", "L'Haÿ-les-Roses (94)"],
    ["L’HAY LES ROSES", "L'Haÿ-les-Roses (94)"],
    ["lhay", "L'Haÿ-les-Roses (94)"],
    ["Le Tampon", "Le Tampon (974)"],
    ["tampon", "Le Tampon (974)"],
    ["havre", "Le Havre (76)"],
    ["st etienne", "Saint-Étienne (42)"],
    ["stetienne", "Saint-Étienne (42)"],
    ["ste marie 974", "Sainte-Marie (974)"],
    ["cergi pontoise", "Cergy (95)"],
    ["bordaux", "Bordeaux (33)"],
    ["strasbur", "Strasbourg (67)"],
    ["Rennes 35", "Rennes (35)"],
    ["Rennes (35)", "Rennes (35)"],
    ["35000 Rennes", "35000 – Rennes"],
    ["boulogne s/ mer", "Boulogne-sur-Mer (62)"],
    ["ajaccio 20", "Ajaccio (2A)"],
    ["Bastia 2b", "Bastia (2B)"],
    ["94240", "94240 – L'Haÿ-les-Roses"],
    ["97430", "97430 – Le Tampon"],
    ["942", "94200 – Ivry-sur-Seine"],
    ["75116", "75116 – Paris 16e"],
    ["2A004", "Ajaccio (2A)"],
    ["Paris 15", "Paris 15e (75)"],
    ["PARIS 15EME", "Paris 15e (75)"],
    ["Paris 75015", "Paris 15e (75)"],
    ["Paris cedex 15", "Paris 15e (75)"],
    ["marseille 6e", "Marseille 6e (13)"],
    ["Lyon 3e arrondissement", "Lyon 3e (69)"],
    ["12 rue de la Paix, Paris", "Paris (75)"],
    ["3 place de la Mairie 35000 Rennes", "35000 – Rennes"],
  ])("finds %s as %s", (query, label) => {
    expect(first(query)).toBe(label);
  });

  it("finds nothing for what is no place", () => {
    expect(index.search("")).toEqual([]);
    expect(index.search("zzzzzz")).toEqual([]);
    expect(index.search("99999")).toEqual([]);
    expect(index.search("' ; -- %")).toEqual([]);
  });

  it("gives at most what is asked, each place once", () => {
    const codes = index.search("saint", 8).map((place) => place.code);
    expect(codes).toHaveLength(8);
    expect(new Set(codes).size).toBe(8);
  });

  it("finds a commune by any spelling of its name before its less peopled homonyms", () => {
    const largest = new Map<string, string>();
    // A village that bears the name of a département is told after it.
    const communes = municipalities.filter(
      (row) =>
        row.type === "commune" &&
        row.latitude !== null &&
        !(row.population < 10_000 && territoryNamed(canonicalPlace(row.name))),
    );
    for (const row of [...communes].sort((a, b) => b.population - a.population)) {
      const key = canonicalPlace(row.name).replaceAll(" ", "");
      if (!largest.has(key)) largest.set(key, row.inseeCode);
    }
    const spellings: ((name: string) => string)[] = [
      (name) => name.toUpperCase(),
      (name) => name.normalize("NFD").replace(/\p{Diacritic}/gu, ""),
      (name) => name.replaceAll("-", " "),
      (name) => name.replaceAll("'", " ").toLowerCase(),
      (name) => name.replace(/\bSaint\b/g, "St").replace(/\bSainte\b/g, "Ste"),
      (name) => `  ${name.replaceAll("-", "  ")} `,
    ];
    fc.assert(
      fc.property(fc.constantFrom(...communes), fc.constantFrom(...spellings), (row, spell) => {
        // "Paris 1" and the like aside, a name holds no digit: nothing is read as a département.
        expect(index.search(spell(row.name))[0]?.code).toBe(
          largest.get(canonicalPlace(row.name).replaceAll(" ", "")),
        );
      }),
      { numRuns: 2000, seed: 17 },
    );
  });

  it.each([
    ["Laval", ["Laval (53)"]],
    ["Rochefort", ["Rochefort (17)"]],
    ["Saint-Denis", ["Saint-Denis (974)", "Saint-Denis (93)"]],
    ["L'Haÿ-les-Roses", ["L'Haÿ-les-Roses (94)"]],
    ["Le Tampon", ["Le Tampon (974)"]],
    ["st etienne", ["Saint-Étienne (42)"]],
    ["lhay", ["L'Haÿ-les-Roses (94)"]],
    ["94240", ["94240 – L'Haÿ-les-Roses"]],
    ["97430", ["97430 – Le Tampon"]],
    ["cergi pontoise", ["Cergy (95)"]],
  ])("puts first the towns that other services miss: %s", (query, labels) =>
    expect(index.search(query, labels.length).map(({ label }) => label)).toEqual(labels),
  );

  it(`finds at least 86 % of the communes that people live in from a name with one typo, in the first ten`, () => {
    const random = seededRandom(28);
    const commune = drawByPopulation(random);
    const found = { one: 0, two: 0, long: 0 };
    for (let round = 0; round < TYPED_NAMES; round += 1) {
      const { name, inseeCode } = commune();
      const finds = (query: string) => index.search(query, 10).some(({ code }) => code === inseeCode);
      const typed = withTypo(name, random);
      if (finds(typed)) found.one += 1;
      if (name.length < 8) continue;
      found.long += 1;
      if (finds(withTypo(typed, random))) found.two += 1;
    }
    expect(found.one / TYPED_NAMES).toBeGreaterThan(0.86);
    // Two edits are allowed where the name is long enough for it to be recognised.
    expect(found.two / found.long).toBeGreaterThan(0.8);
  });
});

/** A commune as often as people live there. */
function drawByPopulation(random: () => number): () => (typeof municipalities)[number] {
  const communes = municipalities.filter((row) => row.latitude !== null && row.type === "commune");
  let people = 0;
  const ends = communes.map(({ population }) => (people += population));
  return () => {
    const drawn = random() * people;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= drawn) low = middle + 1;
      else high = middle;
    }
    const commune = communes[low];
    if (!commune) throw new Error("No commune");
    return commune;
  };
}

/** A letter too many, one that lacks, another one, or two that are swapped. */
function withTypo(name: string, random: () => number): string {
  const pick = (size: number) => Math.floor(random() * size);
  const kind = pick(4);
  const at = pick(kind === 3 ? name.length - 1 : name.length);
  const letter = "abcdefghijklmnopqrstuvwxyz".charAt(pick(26));
  const [before, own, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
  if (kind === 0) return before + letter + own + after;
  if (kind === 1) return before + after;
  return kind === 2 ? before + letter + after : before + after.charAt(0) + own + after.slice(1);
}

describe("resolution of a typed place", () => {
  it("takes the best match at once and offers the homonyms", () => {
    const resolved = index.resolve("saint denis");
    expect(resolved?.best.code).toBe("97411");
    expect(resolved?.others.map((place) => place.code)).toContain("93066");
  });

  it("has no homonym to offer for a name that one commune bears", () => {
    expect(index.resolve("Rennes")).toMatchObject({ best: { code: "35238" }, others: [] });
    expect(index.resolve("Saint-Denis (93)")).toMatchObject({ best: { code: "93066" }, others: [] });
    expect(index.resolve("nulle part ailleurs xyz")).toBeNull();
  });

  it("finds its own labels again", () => {
    for (const query of ["Rennes", "94240", "Paris 15", "75015", "01400", "97133"]) {
      const [place] = index.search(query);
      expect(index.resolve(place?.label ?? "")?.best.code).toBe(place?.code);
    }
  });
});

describe("place of an address line", () => {
  it.each([
    ["CERGY", "95127", "95127"],
    ["AJACCIO", "2A004", "2A004"],
    ["BASTIA", "2B033", "2B033"],
    ["SAINT-BRIEUC", "22278", "22278"],
    ["ALES Cédex", "30104", "30007"],
    ["MARSEILLE 6", "13006", "13206"],
    ["PARIS", "75115", "75115"],
    ["Paris", "75015", "75115"],
    ["ST DENIS", "97490", "97411"],
    ["SAINT DENIS CEDEX", "97743", "97411"],
    ["Saint-Denis", "93200", "93066"],
    ["ST MARTIN", "97150", "97801"],
    ["Porto-Vecchio", "20137", "2A247"],
    ["lieu-dit inconnu", "94240", "94038"],
    ["VANS (LES)", "07140", "07334"],
    ["AMILLY (MONTARGIS)", "45200", "45004"],
    ["LILLE", "59350", "59350"],
    ["MARSEILLE 6E ARRONDISSEMENT (PRADO)", "13006", "13206"],
  ])("places %s %s at %s", (town, postcode, code) => {
    expect(index.locate(town, postcode)?.inseeCode).toBe(code);
  });

  it("does not guess between homonyms without a département", () => {
    expect(index.locate("Saint-Denis", "00000")).toBeNull();
  });

  it("knows the départements that share a postcode prefix", () => {
    expect(departmentsOfPostcode("20137")).toEqual(["2A", "2B"]);
    expect(departmentsOfPostcode("97802")).toEqual(["974"]);
    expect(departmentsOfPostcode("97150")).toContain("978");
    expect(departmentsOfPostcode("2A004")).toEqual(["2A"]);
  });

  it("names the nearest municipality of a point", () => {
    expect(index.nearestMunicipality({ latitude: 48.11, longitude: -1.68 })?.label).toBe("Rennes (35)");
    expect(index.nearestMunicipality({ latitude: 48.841, longitude: 2.29 })?.type).toBe("arrondissement");
  });
});
