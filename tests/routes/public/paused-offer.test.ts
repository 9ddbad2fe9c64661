import { beforeAll, describe, expect, it } from "vitest";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { loader } from "#app/routes/public/offer.tsx";
import { routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: AppContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
  app = testApp(database, clock);
  world = await make.world();
});

const open = (offerId: string) =>
  statusOf(() => loader(routeArgs(app, { path: `/offres/${offerId}`, params: { offerId } })));

describe("the page of an offer that rests", () => {
  it("says so and shows what is near, without its street", async () => {
    const near = await world.newOffer();
    const { id } = await world.newOffer({ values: { title: "Dans un atelier de lutherie" } });
    await pauseOffer(await make.as(world.employer.id), { offerId: id });
    const { status, value } = await open(id);
    expect(status).toBe(200);
    expect(value).toMatchObject({ paused: true, offer: { title: "Dans un atelier de lutherie" } });
    expect((value as { nearby: { id: string }[] }).nearby.map((offer) => offer.id)).toContain(near.id);
    expect(Object.keys((value as { offer: object }).offer).sort()).toEqual([
      "organisation",
      "postcode",
      "title",
      "town",
    ]);
  });

  it("is not found for those to whom it was never shown", async () => {
    const { id } = await world.newOffer({ values: { reservedTo: "rep" } });
    await pauseOffer(await make.as(world.employer.id), { offerId: id });
    expect((await open(id)).status).toBe(404);
  });

  it("shows what is near a full one as well", async () => {
    const { id } = await world.newOffer({ seats: [0, 0] });
    const near = await world.newOffer();
    const { value } = await open(id);
    expect(value).toMatchObject({ full: true });
    expect((value as { nearby: { id: string }[] }).nearby.map((offer) => offer.id)).toContain(near.id);
  });
});
