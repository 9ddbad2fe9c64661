import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { action, loader } from "#app/routes/pupil/favourites.tsx";
import { action as viewAction } from "#app/routes/pupil/viewed-offer.ts";
import { loader as offerLoader } from "#app/routes/public/offer.tsx";
import { loader as searchLoader } from "#app/routes/public/offers.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let world: Awaited<ReturnType<ReturnType<typeof factories>["world"]>>;
let cookie = "";
let offerId = "";

beforeAll(async () => {
  app = testApp(database, clock);
  world = await factories(database.db, clock).world();
});

beforeEach(async () => {
  cookie = await cookieOf(app, (await world.newPupil()).id);
  offerId = (await world.newOffer()).id;
});

const read = (query = "") => loader(routeArgs(app, { path: `/eleve/favoris${query}`, cookie }));
const post = (form: Record<string, string>) =>
  statusOf(() => action(routeArgs(app, { path: "/eleve/favoris", cookie, form: { offerId, ...form } })));
const onOfferPage = (as?: string) =>
  offerLoader(routeArgs(app, { path: `/offres/${offerId}`, params: { offerId }, cookie: as }));

describe("favourites", () => {
  it("are kept from the offer's page, which says so when one is back there", async () => {
    const here = `/offres/${offerId}?lieu=Rennes`;
    expect(await post({ intent: "keep", retour: here })).toMatchObject({ status: 303, location: here });
    expect(await onOfferPage(cookie)).toMatchObject({ favourite: { wantsAlert: false }, signedIn: true });
    expect(await onOfferPage()).toMatchObject({ favourite: null, signedIn: false });
    expect((await read()).favourites).toMatchObject([{ offerId, state: "available" }]);
  });

  it("lead back to the list rather than to another site", async () => {
    expect((await post({ intent: "keep", retour: "https://example.com/" })).location).toBe("/eleve/favoris");
  });

  it("are removed, and brought back by one press", async () => {
    await post({ intent: "keep" });
    expect((await post({ intent: "remove" })).location).toBe(`/eleve/favoris?retire=${offerId}`);
    expect(await read(`?retire=${offerId}`)).toMatchObject({ favourites: [], removed: offerId });
    await post({ intent: "keep" });
    expect(await read(`?retire=${offerId}`)).toMatchObject({ favourites: [{ offerId }], removed: null });
  });

  it("are pressed on the results of a search, which say so and are found again", async () => {
    const here = "/offres?lieu=Rennes&rayon=5";
    const marks = async (as?: string) =>
      (await searchLoader(routeArgs(app, { path: here, cookie: as }))).marks;
    expect(await marks(cookie)).toEqual({ favourites: [], viewed: [], applied: {} });
    expect(await post({ intent: "keep", retour: here })).toMatchObject({ status: 303, location: here });
    expect(await marks(cookie)).toEqual({ favourites: [offerId], viewed: [], applied: {} });
    expect(await marks()).toBeNull();
    await post({ intent: "remove", retour: here });
    expect(await marks(cookie)).toEqual({ favourites: [], viewed: [], applied: {} });
  });

  it("hold the wish to be told", async () => {
    await post({ intent: "alert" });
    expect((await read()).favourites).toMatchObject([{ wantsAlert: true }]);
    await post({ intent: "keep" });
    expect((await read()).favourites).toMatchObject([{ wantsAlert: false }]);
  });

  it("refuse in a sentence an offer that is not proposed", async () => {
    offerId = newId();
    const { status, value } = await post({ intent: "keep" });
    expect(status).toBe(409);
    expect(JSON.stringify(value)).toContain("n’est plus proposée");
    expect((await post({ intent: "fly" })).status).toBe(400);
  });
});

describe("offers already seen", () => {
  const view = (id = offerId, as: string | undefined = cookie) =>
    statusOf(() =>
      viewAction(
        routeArgs(app, { path: `/offres/${id}/vue`, cookie: as, form: {}, params: { offerId: id } }),
      ),
    );
  const seen = async () =>
    (await searchLoader(routeArgs(app, { path: "/offres?lieu=Rennes", cookie }))).marks?.viewed;

  it("are told by the browser, not by reading the page, which may happen ahead of time", async () => {
    await onOfferPage(cookie);
    expect(await seen()).toEqual([]);
    expect((await view()).status).toBe(204);
    expect((await view()).status).toBe(204);
    expect(await seen()).toEqual([offerId]);
  });

  it("are those of pupils alone, and of offers that exist", async () => {
    expect((await view(offerId, "")).status).toBe(302);
    expect((await view(offerId, await cookieOf(app, world.employer.id))).status).toBe(403);
    expect((await view(newId())).status).toBe(404);
    expect((await view("nouvelle")).status).toBe(404);
  });

  it("are forgotten on demand", async () => {
    await view();
    expect(await read()).toMatchObject({ viewed: 1, done: null });
    expect(await post({ intent: "forget" })).toMatchObject({
      status: 303,
      location: "/eleve/favoris?fait=oubliees#offres-vues",
    });
    expect(await read("?fait=oubliees")).toMatchObject({ viewed: 0, done: "oubliees" });
    expect(await seen()).toEqual([]);
  });
});
