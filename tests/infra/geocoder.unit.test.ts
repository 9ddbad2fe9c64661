import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { locateExactly, readAddress } from "#app/domain/offers/locate-address.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { locateSearchPlace } from "#app/domain/search/search-place.ts";
import { createGeocoder } from "#app/infra/geocoder.server.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { sendJson, startGeocoderStandIn, type GeocoderStandIn } from "./geocoder-stand-in.ts";

const places = createPlaceIndex(readMunicipalities());
const rennes = { latitude: 48.1147, longitude: -1.6794 };
const NEMOURS = "12 rue de Nemours, 35000 Rennes";
const nemours = {
  name: "12 Rue de Nemours",
  point: [-1.680915, 48.106981] as [number, number],
  postcode: "35000",
  place: "Rennes",
};

let standIn: GeocoderStandIn;
let logged: string[] = [];

beforeAll(async () => {
  standIn = await startGeocoderStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  logged = [];
  standIn.asked = [];
  standIn.answer = [nemours];
});

const geocoder = (
  env: Partial<Parameters<typeof createGeocoder>[0]> = {},
  options: { timeoutMs?: number; fetch?: typeof fetch } = {},
) =>
  createGeocoder(
    { SERVICE_MODE: "production", MAPBOX_ACCESS_TOKEN: "pk.stand-in", ...env },
    {
      places,
      logger: pino({ level: "trace" }, { write: (line: string) => void logged.push(line) }),
      fetch: standIn.fetch,
      ...options,
    },
  );

const commune = { inseeCode: "35238", name: "Rennes", postcode: "35000", approximate: true };

describe("an address that the provider knows", () => {
  it("is at its own point, in a commune of ours", async () => {
    expect(await geocoder().locate(NEMOURS)).toEqual({
      latitude: 48.106981,
      longitude: -1.680915,
      inseeCode: "35238",
      name: "Rennes",
      postcode: "35000",
      addressLine: "12 Rue de Nemours",
      approximate: false,
    });
    expect(logged).toEqual([]);
  });

  it("is asked for near its commune, in France and overseas, as something that will be kept", async () => {
    await geocoder().locate(NEMOURS);
    const { proximity, country, ...asked } = Object.fromEntries(standIn.asked[0] ?? []);
    expect(asked).toEqual({
      q: NEMOURS,
      access_token: "pk.stand-in",
      permanent: "true",
      autocomplete: "false",
      language: "fr",
      types: "address,street",
      limit: "5",
    });
    expect(country?.split(",")).toEqual(expect.arrayContaining(["fr", "re", "gp", "mq", "gf", "yt"]));
    const [longitude, latitude] = (proximity ?? "").split(",").map(Number);
    expect(longitude).toBeCloseTo(rennes.longitude, 1);
    expect(latitude).toBeCloseTo(rennes.latitude, 1);
  });

  it("is asked for once, however it is written", async () => {
    const known = geocoder();
    const first = await known.locate(NEMOURS);
    expect(await known.locate("12, RUE DE NEMOURS 35000 RENNES")).toEqual(first);
    expect(standIn.asked).toHaveLength(1);
  });

  it.each([
    {
      typed: "4 rue de Paris, 97400 Saint-Denis",
      found: { name: "4 Rue de Paris", point: [55.448, -20.879], postcode: "97400", place: "Saint-Denis" },
      inseeCode: "97411",
    },
    {
      typed: "Place de la République, Paris",
      found: { name: "Place de la République", point: [2.3636, 48.8675], postcode: "75003", place: "Paris" },
      inseeCode: "75103",
    },
    {
      typed: "2 rue Sans Commune, Rennes",
      found: {
        name: "2 Rue Sans Commune",
        point: [-1.68, 48.11],
        postcode: "35000",
        place: "Ailleurs-en-Rien",
      },
      inseeCode: "35238",
    },
  ])("« $typed » lies in $inseeCode", async ({ typed, found, inseeCode }) => {
    standIn.answer = [{ ...found, point: found.point as [number, number] }];
    expect(await geocoder().locate(typed)).toMatchObject({ inseeCode, approximate: false });
  });

  it("lies in the town that was typed: the same street elsewhere is passed over", async () => {
    const elsewhere = {
      ...nemours,
      point: [2.36, 48.86] as [number, number],
      postcode: "75011",
      place: "Paris",
    };
    standIn.answer = [elsewhere, nemours];
    expect(await geocoder().locate(NEMOURS)).toMatchObject({ latitude: 48.106981, approximate: false });
    standIn.answer = [elsewhere];
    expect(await geocoder().locate(NEMOURS)).toMatchObject(commune);
  });

  it("is known by a street alone, but not by a match that the provider doubts", async () => {
    standIn.answer = [{ ...nemours, name: "Rue de Nemours", type: "street" }];
    expect(await geocoder().locate(NEMOURS)).toMatchObject({
      addressLine: "Rue de Nemours",
      approximate: false,
    });
    standIn.answer = [{ ...nemours, confidence: "low" }];
    expect(await geocoder().locate(NEMOURS)).toMatchObject(commune);
  });

  it("lies in a town that we do not know only when the whole of it matches", async () => {
    const typed = "3 place aux Foires, Kerzzyx";
    standIn.answer = [{ ...nemours, confidence: "medium" }];
    expect(await geocoder().locate(typed)).toBeNull();
    standIn.answer = [{ ...nemours, confidence: "high" }];
    expect(await geocoder().locate(typed)).toMatchObject({ inseeCode: "35238", approximate: false });
    expect(standIn.asked.map((query) => query.get("proximity"))).toEqual(["2.35,46.6", "2.35,46.6"]);
  });
});

describe("an address that the provider does not find", () => {
  it.each<[string, GeocoderStandIn["answer"]]>([
    ["it knows no such address", []],
    ["its token is refused", (_, response) => sendJson(response, 403, { message: `Forbidden ${NEMOURS}` })],
    ["it asks to wait", (_, response) => sendJson(response, 429, { message: "Too Many Requests" })],
    ["it fails", (_, response) => void response.writeHead(502).end("<h1>Bad gateway</h1>")],
    [
      "it answers something else",
      (_, response) => sendJson(response, 200, { features: [{ properties: {} }] }),
    ],
    ["it hangs up", (request) => void request.socket.destroy()],
    ["it never answers", () => undefined],
    [
      "it never ends its answer",
      (_, response) => void response.writeHead(200).write('{"type":"FeatureCollection",'),
    ],
  ])("is at its commune when %s, and nothing of it is logged", async (_, answer) => {
    standIn.answer = answer;
    expect(await geocoder({}, { timeoutMs: 200 }).locate(NEMOURS)).toMatchObject({
      ...commune,
      addressLine: "12 rue de Nemours",
    });
    expect(standIn.asked).toHaveLength(1);
    expect(logged).toHaveLength(Array.isArray(answer) ? 0 : 1);
    expect(logged.join("")).not.toMatch(/nemours|rennes|35000|pk\.stand-in|https?:/i);
  });

  it("is asked for again after a failure", async () => {
    const known = geocoder();
    standIn.answer = (_, response) => sendJson(response, 500, { message: "Internal Server Error" });
    expect(await known.locate(NEMOURS)).toMatchObject(commune);
    standIn.answer = [nemours];
    expect(await known.locate(NEMOURS)).toMatchObject({ approximate: false });
    expect(JSON.parse(logged[0] ?? "{}")).toMatchObject({
      provider: "mapbox",
      reason: "MapboxError",
      status: 500,
    });
  });
});

describe("what is never sent to the provider", () => {
  it.each([
    { SERVICE_MODE: "production" as const, MAPBOX_ACCESS_TOKEN: undefined },
    { SERVICE_MODE: "demonstration" as const, MAPBOX_ACCESS_TOKEN: undefined },
    { SERVICE_MODE: "test" as const, MAPBOX_ACCESS_TOKEN: "pk.stand-in" },
  ])("an address under %o", async (env) => {
    expect(await geocoder(env).locate(NEMOURS)).toMatchObject(commune);
    expect(standIn.asked).toEqual([]);
  });

  it.each(["Rennes", "35000 Rennes", "Saint-Denis", "zzzzzz", "", `${"rue ".repeat(30)}35000 Rennes`])(
    "« %s »",
    async (typed) => {
      await geocoder().locate(typed);
      expect(standIn.asked).toEqual([]);
    },
  );
});

describe("an address typed in the search", () => {
  const search = (place: string) =>
    locateSearchPlace({ places, geocoder: geocoder() }, { place, center: null });

  it("leaves its commune and a rounded point", async () => {
    standIn.answer = [{ ...nemours, point: [-1.6349, 48.0951] }];
    const where = await search(NEMOURS);
    expect(where).toEqual({ kind: "address", label: "Rennes (35)", lat: "48.10", lon: "-1.63" });
  });

  it("tells which of the homonyms it is in", async () => {
    standIn.answer = [
      { name: "5 Avenue de Paris", point: [2.357, 48.936], postcode: "93200", place: "Saint-Denis" },
    ];
    expect(await search("5 avenue de Paris, Saint-Denis")).toMatchObject({
      label: "Saint-Denis (93)",
      lat: "48.94",
    });
  });

  it("is searched around its commune when the provider fails", async () => {
    standIn.answer = (_, response) => sendJson(response, 500, {});
    expect(await search(NEMOURS)).toMatchObject({
      kind: "address",
      label: "Rennes (35)",
      lat: "48.11",
      lon: "-1.67",
    });
  });

  it("asks nobody about a town", async () => {
    expect(await search("Rennes")).toMatchObject({ kind: "found" });
    expect(standIn.asked).toEqual([]);
  });
});

describe("the address of an internship", () => {
  const exactly = async (typed: string, chosen = "") => {
    const reading = readAddress(places, typed, chosen);
    if (reading.kind !== "found") throw new Error(`« ${typed} » is ${reading.kind}`);
    return { read: reading.address, exact: await locateExactly(geocoder(), reading.address) };
  };

  it("keeps what was typed and takes the provider's point", async () => {
    const { read, exact } = await exactly(NEMOURS);
    expect(exact).toEqual({ ...read, latitude: 48.106981, longitude: -1.680915, approximate: false });
  });

  it("gets its arrondissement when only the city was typed", async () => {
    standIn.answer = [
      { name: "10 Rue Lecourbe", point: [2.3085, 48.8449], postcode: "75015", place: "Paris" },
    ];
    const { exact } = await exactly("10 rue Lecourbe, Paris");
    expect(exact).toMatchObject({ line: "10 rue Lecourbe", inseeCode: "75115", postcode: "75015" });
    expect(standIn.asked[0]?.get("q")).toBe("10 rue Lecourbe, Paris");
  });

  it("is looked up in the commune that was chosen among homonyms", async () => {
    standIn.answer = [
      { name: "5 Avenue de Paris", point: [2.357, 48.936], postcode: "93200", place: "Saint-Denis" },
    ];
    const { exact } = await exactly("5 avenue de Paris, Saint-Denis", "93066");
    expect(exact).toMatchObject({ inseeCode: "93066", latitude: 48.936 });
    const other = await exactly("5 avenue de Paris, Saint-Denis", "97411");
    expect(other.exact).toEqual(other.read);
  });
});
