import { fc } from "#tests/support/properties.ts";
import { describe, expect, it } from "vitest";
import {
  decodeCursor,
  encodeCursor,
  publishedMicroseconds,
  publishedText,
} from "#app/domain/search/search-cursor.ts";
import { readSearchQuery, settleSort, SORTS } from "#app/domain/search/search-filters.ts";
import { newId } from "#app/kernel/ids.ts";

const families = [
  { slug: "sante", label: "Santé", sectors: [{ code: "s43", label: "Santé" }] },
  { slug: "numerique", label: "Numérique", sectors: [{ code: "s31", label: "Informatique" }] },
];
const read = (query: string) => readSearchQuery(new URLSearchParams(query), families);

describe("the query of a search", () => {
  it("reads every parameter, those that repeat included", () => {
    const query = read(
      "lieu=Rennes&rayon=60&secteur=s43&secteur=s31&famille=sante&defi=ecologie&defi=solidarite" +
        "&periode=semaine-1&periode=deux-semaines&q=robot&tri=pertinence&lat=48.11&lon=-1.68&vue=carte",
    );
    expect(query).toEqual({
      place: "Rennes",
      center: { latitude: 48.11, longitude: -1.68 },
      radiusKm: 60,
      sectors: ["s43", "s31"],
      family: "sante",
      challenges: ["ecologie", "solidarite"],
      periods: ["semaine-1", "deux-semaines"],
      words: "robot",
      sort: "pertinence",
      view: "carte",
      cursor: null,
      ignored: [],
    });
  });

  it("takes the empty fields that a form sends for nothing asked, within 30 km", () => {
    const query = read("lieu=&rayon=30&secteur=&periode=&q=&famille=");
    expect(query).toMatchObject({
      place: null,
      radiusKm: 30,
      sectors: [],
      periods: [],
      words: null,
      ignored: [],
    });
    expect(read("").radiusKm).toBe(30);
  });

  it("drops each unusable value, keeps the others, and names what was dropped", () => {
    const query = read(
      "rayon=7&secteur=s43&secteur=s99&famille=x&defi=y&periode=z&tri=prix&vue=3d&q=!!!&lat=48&lon=abc",
    );
    expect(query).toMatchObject({ radiusKm: 30, sectors: ["s43"], center: null, words: null, sort: null });
    expect(query.ignored.toSorted()).toEqual(
      ["defi", "famille", "periode", "point", "q", "rayon", "secteur", "tri", "vue"].toSorted(),
    );
  });

  it("keeps the sector rather than a family that holds none of the sectors asked, and says so", () => {
    expect(read("secteur=s31&famille=sante")).toMatchObject({
      sectors: ["s31"],
      family: null,
      ignored: ["famille-du-secteur"],
    });
    for (const query of [
      "secteur=s43&famille=sante",
      "secteur=s43&secteur=s31&famille=sante",
      "famille=sante",
    ])
      expect(read(query)).toMatchObject({ family: "sante", ignored: [] });
  });

  it.each(["lat=91&lon=0", "lat=0&lon=181", "lat=48.1", "lat=NaN&lon=1", "lat=&lon=2"])(
    "does not search around an impossible point (%s)",
    (query) => expect(read(query)).toMatchObject({ center: null, ignored: ["point"] }),
  );

  it("keeps the first of several values where one is asked for, and says so", () => {
    for (const text of [
      "lieu=Rennes&lieu=Lyon",
      "rayon=10&rayon=20",
      "q=avocat&q=banque",
      "tri=recentes&tri=distance",
    ])
      expect(read(text).ignored).toEqual(["plusieurs"]);
    expect(read("lieu=Rennes&lieu=Lyon&rayon=10&rayon=20&q=avocat&q=banque")).toMatchObject({
      place: "Rennes",
      radiusKm: 10,
      words: "avocat",
    });
    expect(read("rayon=10&rayon=10&lieu=Rennes&lieu=Rennes&lieu=").ignored).toEqual([]);
  });

  it("never throws, whatever is written in the address", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        expect(() => read(query)).not.toThrow();
      }),
    );
  });
});

describe("the sort", () => {
  const center = { latitude: 48, longitude: -1 };

  it("is by distance when a place is given, else the latest first", () => {
    expect(settleSort(null, { center })).toEqual({ sort: "distance", refused: false });
    expect(settleSort(null, { center: null })).toEqual({ sort: "recentes", refused: false });
  });

  it("needs a place for distances", () => {
    expect(settleSort("distance", { center: null })).toEqual({ sort: "recentes", refused: true });
    expect(settleSort("pertinence", { center: null })).toEqual({ sort: "pertinence", refused: false });
  });
});

describe("a cursor", () => {
  it("comes back as it was written, for its own sort only", () => {
    const cursor = { sort: "distance" as const, key: "3214", offerId: newId(), shown: 20, interests: [] };
    expect(decodeCursor(encodeCursor(cursor), "distance")).toEqual(cursor);
    expect(decodeCursor(encodeCursor(cursor), "recentes")).toBeNull();
  });

  it("holds the families that interest the asker where they count", () => {
    const cursor = { key: "3214", offerId: newId(), shown: 20, interests: ["sante", "tourisme-sport"] };
    const back = (sort: "distance" | "pertinence") => decodeCursor(encodeCursor({ ...cursor, sort }), sort);
    expect(back("pertinence")).toEqual({ ...cursor, sort: "pertinence" });
    expect(back("distance")?.interests).toEqual([]);
  });

  it("with something else than families is refused", () => {
    const forged = {
      sort: "pertinence" as const,
      key: "3214",
      offerId: newId(),
      shown: 20,
      interests: ["a\0b"],
    };
    expect(decodeCursor(encodeCursor(forged), "pertinence")).toBeNull();
  });

  it.each([
    ["distance", ""],
    ["distance", "1e400"],
    ["distance", "3.5"],
    ["distance", "0x10"],
    ["distance", "NaN"],
    ["distance", "1); drop table offers"],
    ["recentes", "2027"],
    ["recentes", "2027-02-31T00:00:00.000000Z"],
    ["recentes", "now"],
  ] as const)("forged for the sort %s with the key %j is refused", (sort, key) => {
    expect(decodeCursor(encodeCursor({ sort, key, offerId: newId(), shown: 20 }), sort)).toBeNull();
  });

  it.each([-1, 1.5, 1e9, Number.NaN])("forged with a rank of %d is refused", (shown) => {
    const forged = { sort: "distance" as const, key: "3214", offerId: newId(), shown };
    expect(decodeCursor(encodeCursor(forged), "distance")).toBeNull();
  });

  it("keeps the microseconds of an instant", () => {
    const key = "2027-02-28T23:59:59.123456Z";
    expect(publishedText(publishedMicroseconds(key))).toBe(key);
    expect(publishedText(publishedMicroseconds("2027-02-28T00:00:00.000001Z"))).toBe(
      "2027-02-28T00:00:00.000001Z",
    );
  });

  it("made of anything else is refused without a word", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...SORTS), (text, sort) => {
        expect(decodeCursor(text, sort)).toBeNull();
      }),
    );
  });
});
