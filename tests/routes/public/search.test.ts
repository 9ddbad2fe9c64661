import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader as offerLoader } from "#app/routes/public/offer.tsx";
import { loader as searchLoader } from "#app/routes/public/offers.tsx";
import { loader as placesLoader } from "#app/routes/public/places.ts";
import { newId } from "#app/kernel/ids.ts";
import { offers } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
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

const search = (query: string, cookie?: string) =>
  searchLoader(routeArgs(app, { path: `/offres?${query}`, cookie }));
const open = (offerId: string, cookie?: string) =>
  statusOf(() => offerLoader(routeArgs(app, { path: `/offres/${offerId}`, params: { offerId }, cookie })));

describe("/lieux", () => {
  const complete = async (text: string) => {
    const response = placesLoader(routeArgs(app, { path: `/lieux?q=${encodeURIComponent(text)}` }));
    return { response, body: (await response.json()) as unknown };
  };

  it("answers what partners rely on, and may be kept a while", async () => {
    const { response, body } = await complete("ren");
    expect(body).toEqual({
      lieux: [{ label: "Rennes (35)", type: "commune", code: "35238", lat: 48.11, lon: -1.68 }],
    });
    expect(response.headers.get("Content-Type")).toContain("application/json");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=3600");
  });

  it("proposes the lycées too, around which one then searches", async () => {
    const places = createPlaceIndex([]);
    const school = {
      name: "Lycée Zola",
      town: "Rennes",
      inseeCode: null,
      postcode: null,
      departmentCode: "35",
    };
    const point = { latitude: 48.1094, longitude: -1.6741, approximate: false, secondeEnrolment: null };
    places.replaceSchools([{ uai: "0350030A", ...school, ...point }]);
    const known = { ...app, places };
    const response = placesLoader(routeArgs(known, { path: "/lieux?q=zola" }));
    const label = "Lycée Zola, Rennes (35)";
    expect(await response.json()).toEqual({
      lieux: [{ label, type: "lycee", code: "0350030A", lat: 48.11, lon: -1.67 }],
    });
    const path = `/offres?${new URLSearchParams({ lieu: label }).toString()}`;
    const page = await searchLoader(routeArgs(known, { path }));
    expect(page).toMatchObject({ place: { label, approximate: false, others: [] } });
    expect(page.results?.page.offers[0]?.distanceKm).toBeLessThan(1);
  });

  it.each(["", "   ", "zzzzzz"])("has nothing for « %s »", async (text) => {
    expect((await complete(text)).body).toEqual({ lieux: [] });
  });
});

describe("/offres", () => {
  it("finds around a place, tells where, and proposes to widen when little is found", async () => {
    const page = await search("lieu=Rennes&rayon=5");
    expect(page.place).toEqual({ label: "Rennes (35)", approximate: false, others: [] });
    expect(page.results?.page.offers.map(({ id }) => id)).toContain(world.offer.id);
    expect(page.results?.widenings).toEqual([]);
  });

  it("answers a street by a redirect that keeps the other filters and nothing of the street", async () => {
    const answer = await statusOf(() =>
      search("lieu=12+rue+de+la+Paix+35000+Rennes&rayon=10&secteur=s43&curseur=x"),
    );
    expect(answer.status).toBe(302);
    const { pathname, searchParams } = new URL(answer.location ?? "", "http://localhost");
    expect(pathname).toBe("/offres");
    expect(Object.fromEntries(searchParams)).toEqual({
      lieu: "Rennes (35)",
      rayon: "10",
      secteur: "s43",
      lat: "48.11",
      lon: "-1.68",
    });
  });

  it("takes a town typed among the words for the place, and says so; the same words may be asked as words", async () => {
    const answer = await statusOf(() => search("q=soins+%C3%A0+rennes&rayon=10&lieu=&curseur=x"));
    expect(answer.status).toBe(302);
    const { searchParams } = new URL(answer.location ?? "", "http://localhost");
    expect(Object.fromEntries(searchParams)).toEqual({
      rayon: "10",
      lieu: "Rennes (35)",
      q: "soins",
      saisie: "soins à rennes",
    });
    const page = await search(searchParams.toString());
    expect(page).toMatchObject({ place: { label: "Rennes (35)" }, query: { words: "soins" } });
    expect(page.results?.page.total).toBeGreaterThan(0);
    const asWords = await search("q=soins+%C3%A0+rennes&saisie=soins+%C3%A0+rennes");
    // As words, none of our offers holds both: either will do, and it is said.
    expect(asWords).toMatchObject({
      place: null,
      results: { corrected: { used: "soins ou rennes" }, page: { total: 1 } },
    });
  });

  it("says which word it has corrected", async () => {
    const { results } = await search("q=cabinnet");
    expect(results).toMatchObject({ corrected: { typed: "cabinnet", used: "cabinet" } });
    expect(results?.page.total).toBeGreaterThan(0);
  });

  it("asks again for an unknown place, without searching", async () => {
    expect(await search("lieu=zzzzzz")).toMatchObject({ unknownPlace: true, results: null });
  });

  it("names what it could not use, the sort and the page included", async () => {
    const { query } = await search("rayon=7&tri=distance&curseur=abc&vue=carte");
    expect(query.ignored).toEqual(["rayon", "tri", "curseur"]);
  });

  it("shows a reserved offer to the pupils it is kept for, and to nobody else", async () => {
    const rep = await make.school({ priorityEducation: true });
    const group = await make.classGroup(rep.uai);
    const entitled = await make.pupil({ schoolUai: rep.uai, classGroupId: group.id });
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    const sees = async (cookie?: string) =>
      (await search("lieu=Rennes", cookie)).results?.page.offers.some(({ id }) => id === reserved.id);
    expect(await sees(await cookieOf(app, entitled.id))).toBe(true);
    expect(await sees(await cookieOf(app, world.pupil.id))).toBe(false);
    expect(await sees()).toBe(false);
    expect((await open(reserved.id)).status).toBe(404);
    expect((await open(reserved.id, await cookieOf(app, entitled.id))).status).toBe(200);
  });
});

describe("an offer's page", () => {
  it("says that a published offer is full", async () => {
    const full = await world.newOffer({ seats: [0, 0] });
    expect((await open(full.id)).value).toMatchObject({ full: true, mayApply: true });
  });

  it("lets visitors and pupils apply, not other accounts", async () => {
    expect((await open(world.offer.id)).value).toMatchObject({ full: false, mayApply: true });
    const employer = await cookieOf(app, world.employer.id);
    expect((await open(world.offer.id, employer)).value).toMatchObject({ mayApply: false });
  });

  it("keeps the exact point of the site to itself", async () => {
    const { value } = await open(world.offer.id);
    expect(JSON.stringify(value)).not.toContain("latitude");
  });

  it("is unknown for an offer that is not published, of a past campaign, or never was", async () => {
    const past = await make.campaign({
      schoolYear: "2025-2026",
      startsOn: "2026-06-15",
      endsOn: "2026-06-26",
    });
    const old = await make.offer({ campaignId: past.id, organisationId: world.organisation.id });
    const archived = await world.newOffer({ values: { status: "archived" } });
    for (const id of [old.id, archived.id, newId(), "nouvelle"]) expect((await open(id)).status).toBe(404);
  });
});

describe("a territory", () => {
  it("is searched whole, without distances for a visitor, and told as one is in it", async () => {
    const far = await world.newOffer();
    await database.db
      .execute(sql`update host_sites set insee_code = '29232', latitude = 47.99, longitude = -4.1
      where id = (select site_id from offers where id = ${far.id})`);
    await database.db.transaction((tx) => projectOffers(tx, [far.id]));
    const here = await search("lieu=Ille-et-Vilaine&rayon=5");
    expect(here.place).toEqual({
      label: "Ille-et-Vilaine (département 35)",
      approximate: false,
      others: [],
      inside: "en Ille-et-Vilaine",
    });
    const ids = (page: typeof here) => page.results?.page.offers.map(({ id }) => id);
    expect(ids(here)).toContain(world.offer.id);
    expect(ids(here)).not.toContain(far.id);
    expect(ids(await search("lieu=29"))).toEqual([far.id]);
    expect(ids(await search("lieu=Bretagne"))).toEqual(expect.arrayContaining([far.id, world.offer.id]));
    expect((await search("lieu=Bretagne")).results?.page.offers[0]?.distanceKm).toBeNull();
    expect((await search("lieu=Martinique")).results?.widenings).toContainEqual({
      change: { kind: "everywhere" },
      total: expect.any(Number) as number,
    });
    // Nothing far is left for the other searches.
    await database.db.update(offers).set({ status: "archived" }).where(eq(offers.id, far.id));
    await database.db.transaction((tx) => projectOffers(tx, [far.id]));
  });

  it("asks instead of searching around a look-alike", async () => {
    const page = await search("lieu=Rennes, Normandie");
    expect(page).toMatchObject({ unknownPlace: true, guesses: ["Rennes (35)"], results: null });
  });
});

describe("the words of an offer", () => {
  it("are those of its activities too, as whoever opens it reads them", async () => {
    const { id } = await world.newOffer({
      values: { activities: "Observer un vitrail\nComprendre la taille de la pierre" },
    });
    for (const words of ["vitrail", "comprendre pierre", "pierres"]) {
      const { results } = await search(`q=${encodeURIComponent(words)}`);
      expect(
        results?.page.offers.map((offer) => offer.id),
        words,
      ).toContain(id);
    }
    expect((await search("q=charpente")).results?.page.total).toBe(0);
  });
});
