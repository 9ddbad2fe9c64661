import { beforeAll, describe, expect, it } from "vitest";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import type { OfferMap } from "#app/domain/search/offer-map.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as searchLoader } from "#app/routes/public/offers.tsx";
import { loader } from "#app/routes/public/offers-map.ts";
import { contentSecurityPolicy } from "#app/web/document-headers.server.ts";
import { readEnv } from "#app/infra/env.server.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world();
});

const ask = (query: string, headers: Record<string, string> = {}) => {
  const args = routeArgs(app, { path: `/offres/carte?${query}` });
  for (const [name, value] of Object.entries(headers)) args.request.headers.set(name, value);
  return loader(args);
};
const mapOf = async (query: string, cookie?: string) => {
  const answer = await ask(query, cookie ? { Cookie: cookie } : {});
  return (await answer.json()) as OfferMap;
};

describe("/offres/carte", () => {
  it("tells an offer alone in its square by its title, its host and its seats", async () => {
    const map = await mapOf("lieu=Rennes&rayon=5&zoom=12&ouest=-2&sud=47.9&est=-1.4&nord=48.3");
    expect(map).toMatchObject({
      count: 1,
      clusters: [{ count: 1, together: true, offer: { id: world.offer.id, title: world.offer.title } }],
      towns: [{ name: "Rennes" }],
    });
  });

  it("counts nothing outside what the map shows", async () => {
    expect(await mapOf("zoom=9&ouest=2&sud=48&est=3&nord=49")).toEqual({ count: 0, clusters: [], towns: [] });
  });

  it.each([
    "zoom=abc&ouest=1&sud=2",
    "zoom=-7&sud=90&nord=-90&ouest=0&est=0",
    "rayon=7&secteur=s99&periode=z&q=!!!",
    "ici=x,y",
  ])("answers what it can to %s", async (query) => {
    expect((await ask(query)).status).toBe(200);
    expect((await mapOf(query)).count).toBe(1);
  });

  it("shows nothing around a place that nobody knows", async () => {
    expect(await mapOf("lieu=zzzzzz")).toMatchObject({ count: 0, clusters: [] });
  });

  it("lists the offers of one point", async () => {
    const map = await mapOf("zoom=12");
    const { latitude, longitude } = map.clusters[0] ?? { latitude: 0, longitude: 0 };
    expect(await mapOf(`ici=${latitude},${longitude}`)).toMatchObject({
      count: 1,
      offers: [{ id: world.offer.id }],
    });
    expect(await mapOf("ici=10,10")).toEqual({ count: 0, offers: [] });
  });

  it("lists nothing of a point that lies outside the search", async () => {
    const { clusters } = await mapOf("zoom=12");
    const here = `ici=${clusters[0]?.latitude},${clusters[0]?.longitude}`;
    expect(await mapOf(`lieu=Rennes&${here}`)).toMatchObject({ count: 1 });
    expect(await mapOf(`lat=43.3&lon=5.37&rayon=5&${here}`)).toEqual({ count: 0, offers: [] });
    expect(await mapOf(`q=introuvable&${here}`)).toEqual({ count: 0, offers: [] });
  });

  it("may be kept a minute when nobody is signed in, and is not sent twice", async () => {
    const first = await ask("zoom=6");
    expect(first.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(first.headers.get("Vary")).toBe("Cookie");
    const again = await ask("zoom=6", { "If-None-Match": first.headers.get("ETag") ?? "" });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect((await ask("zoom=6", { "If-None-Match": 'W/"other"' })).status).toBe(200);
  });

  it("shows a reserved offer to the pupils it is kept for, and keeps their map for them alone", async () => {
    const rep = await make.school({ priorityEducation: true });
    const group = await make.classGroup(rep.uai);
    const pupil = await make.pupil({ schoolUai: rep.uai, classGroupId: group.id });
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    const cookie = await cookieOf(app, pupil.id);
    expect(await mapOf("zoom=6")).toMatchObject({ count: 1, clusters: [{ offer: { id: world.offer.id } }] });
    const { count, clusters } = await mapOf("zoom=6", cookie);
    expect(count).toBe(2);
    const there = await mapOf(`ici=${clusters[0]?.latitude},${clusters[0]?.longitude}`, cookie);
    expect(JSON.stringify(there)).toContain(reserved.id);
    expect((await ask("zoom=6", { Cookie: cookie })).headers.get("Cache-Control")).toBe("private, no-store");
  });
});

describe("/offres", () => {
  const search = (query: string) => searchLoader(routeArgs(app, { path: `/offres?${query}` }));

  it("opens the map only when it is asked for", async () => {
    expect((await search("lieu=Rennes")).map).toBeNull();
    expect((await search("lieu=zzzzzz&vue=carte")).map).toBeNull();
    const { map } = await search("lieu=Rennes&vue=carte&rayon=10");
    expect(map).toMatchObject({ radiusKm: 10, tiles: null, clusters: [{ count: 1 }] });
    expect(Object.keys(map?.points ?? {})).toEqual([world.offer.id]);
  });
});

describe("where the map opens", () => {
  const places = createPlaceIndex(readMunicipalities());
  const boxOf = async (lieu: string) => {
    const query = new URLSearchParams({ lieu, vue: "carte" }).toString();
    const { map } = await searchLoader(routeArgs({ ...app, places }, { path: `/offres?${query}` }));
    return map?.box ?? { south: 0, west: 0, north: 0, east: 0 };
  };

  it.each([
    ["La Réunion", [-20.9, 55.5], [48.9, 2.4]],
    ["972", [14.6, -61.1], [16.2, -61.5]],
    ["Bretagne", [48.1, -1.7], [43.3, 5.4]],
    ["Corse", [42.2, 9.1], [48.9, 2.4]],
    ["France", [48.9, 2.4], [-20.9, 55.5]],
  ] as const)("is on the whole of %s", async (place, inside, outside) => {
    const { south, west, north, east } = await boxOf(place);
    const holds = ([latitude, longitude]: readonly [number, number]) =>
      latitude > south && latitude < north && longitude > west && longitude < east;
    expect([holds(inside), holds(outside)]).toEqual([true, false]);
  });
});

describe("the pictures of the map", () => {
  const env = { SERVICE_MODE: "test", DATABASE_URL: "postgres://x" };

  it("come from no other server unless one is configured", () => {
    expect(contentSecurityPolicy("n")).toContain("img-src 'self' data:;");
    const policy = contentSecurityPolicy("n", "https://{s}.tuiles.example/{z}/{x}/{y}.png?cle=1");
    expect(policy).toContain("img-src 'self' data: https://*.tuiles.example;");
    const local = contentSecurityPolicy("n", "http://127.0.0.1:8080/{z}/{x}/{y}.png");
    expect(local).toContain("img-src 'self' data: http://127.0.0.1:8080;");
  });

  it.each([
    "http://a.example/{z}/{x}/{y}",
    "http://127.0.0.1.a.example/{z}/{x}/{y}",
    "https://a.example/{z}/{x}",
    "https://a.example;x/{z}/{x}/{y}",
  ])("are not asked at %s", (url) =>
    expect(() => readEnv({ ...env, MAP_TILES_URL: url })).toThrow(/MAP_TILES_URL/),
  );

  it("are asked at a template of addresses, of this machine too when it is not production", () => {
    for (const url of ["https://a.example/carte/{z}/{x}/{y}.png", "http://127.0.0.1:8080/{z}/{x}/{y}.png"])
      expect(readEnv({ ...env, MAP_TILES_URL: url }).MAP_TILES_URL).toBe(url);
    expect(readEnv({ ...env, MAP_TILES_URL: "" }).MAP_TILES_URL).toBeUndefined();
  });
});
