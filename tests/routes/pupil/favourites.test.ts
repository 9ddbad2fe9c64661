import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { action, loader } from "#app/routes/pupil/favourites.tsx";
import { loader as offerLoader } from "#app/routes/public/offer.tsx";
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
    expect(await read(`?retire=${offerId}`)).toEqual({ favourites: [], removed: offerId });
    await post({ intent: "keep" });
    expect(await read(`?retire=${offerId}`)).toMatchObject({ favourites: [{ offerId }], removed: null });
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
    expect(status).toBe(422);
    expect(JSON.stringify(value)).toContain("n’est plus proposée");
    expect((await post({ intent: "fly" })).status).toBe(404);
  });
});
