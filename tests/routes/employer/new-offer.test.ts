import { beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { hoursFields } from "#app/domain/offers/offer-hours.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { action, loader } from "#app/routes/employer/new-offer.tsx";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const path = "/employeur/offres/nouvelle";
let app: AppContext;
let cookie: string;
let otherCookie: string;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  const make = factories(database.db, clock);
  app = testApp(database, clock);
  world = await make.world();
  cookie = await cookieOf(app, world.employer.id);
  const other = await make.organisation();
  otherCookie = await cookieOf(app, (await make.employer(other.id)).id);
});

type Values = Record<string, string | string[]>;
const open = (query = "", as = cookie) =>
  statusOf(() => loader(routeArgs(app, { path: path + query, cookie: as })));
const send = (form: Values, as = cookie) =>
  statusOf(() => action(routeArgs(app, { path, cookie: as, form })));

/** Opens a step as a browser would, and sends its fields back with the changes typed. */
async function fill(query: string, typed: Values) {
  const { value } = await open(query);
  const page = value as { draftId: string; step: number; values: Values };
  return send({
    ...page.values,
    ...typed,
    brouillon: page.draftId,
    etape: String(page.step),
    intent: "continue",
  });
}

const internship = {
  title: "Découvrir un atelier",
  description: "Observer la fabrication de meubles.",
  sectorCode: "s31",
};
const place = { address: "12 rue de Nemours, 35000 Rennes", seats1: "2", seats2: "1" };

describe("the offer form, without JavaScript", () => {
  it("publishes with nothing typed but the fields that have no default", async () => {
    const first = await fill("", {});
    expect(first.location).toContain("etape=2");
    const second = await fill(`?${first.location?.split("?")[1]}`, internship);
    expect(second.location).toContain("etape=3");
    const third = await fill(`?${second.location?.split("?")[1]}`, place);
    expect(third.location).toContain("etape=apercu");
    const preview = await open(`?${third.location?.split("?")[1]}`);
    expect(preview.value).toMatchObject({
      kind: "preview",
      offer: { town: "Rennes", seats: { 1: 2, 2: 1 } },
    });
    const brouillon = (preview.value as { draftId: string }).draftId;
    const done = await send({ intent: "publish", brouillon });
    expect(done).toEqual(
      expect.objectContaining({ status: 303, location: `/employeur/offres/${brouillon}?fait=publiee` }),
    );
    expect((await open(`?brouillon=${brouillon}`)).location).toBe(`/employeur/offres/${brouillon}`);
  });

  it("opens a draft again where its author left it", async () => {
    const first = await fill("", {});
    const draft = new URLSearchParams(first.location?.split("?")[1]).get("brouillon") ?? "";
    const reopened = () => open(`?brouillon=${draft}`).then(({ location }) => location);
    expect(await reopened()).toContain("etape=2");
    await fill(`?brouillon=${draft}&etape=2`, internship);
    expect(await reopened()).toContain("etape=3");
    await fill(`?brouillon=${draft}&etape=3`, place);
    expect(await reopened()).toContain("etape=apercu");
  });

  it("keeps what a refused step typed, for the next visit too", async () => {
    const draftId = newId();
    const form = { brouillon: draftId, etape: "3", intent: "continue", ...place, seats1: "501" };
    const refused = await send({ ...form, ...hoursFields(DEFAULT_HOURS_GRID), lengths: ["both"] });
    expect(refused.status).toBe(422);
    const again = await open(`?brouillon=${draftId}&etape=3`);
    expect(again.value).toMatchObject({
      values: { seats1: "501", address: place.address, lengths: ["both"] },
    });
  });

  it("leads the preview of an unfinished draft to the step that lacks something, and says why there", async () => {
    const first = await fill("", {});
    const draft = new URLSearchParams(first.location?.split("?")[1]).get("brouillon");
    const preview = await open(`?brouillon=${draft}&etape=apercu`);
    expect(preview.location).toContain("etape=2&revoir=oui");
    const step = await open(`?${preview.location?.split("?")[1]}`);
    expect(step.value).toHaveProperty("failure.errors.title");
  });

  it("shows a draft to nobody but its author, and takes no address for granted", async () => {
    const first = await fill("", {});
    const draft = new URLSearchParams(first.location?.split("?")[1]).get("brouillon") ?? "";
    expect((await open(`?brouillon=${draft}`, otherCookie)).status).toBe(404);
    expect((await send({ intent: "publish", brouillon: draft }, otherCookie)).status).toBe(404);
    expect((await send({ intent: "continue", etape: "1", brouillon: draft }, otherCookie)).status).toBe(404);
    expect((await open("?brouillon=nimporte-quoi")).status).toBe(404);
    expect((await send({ intent: "publish" })).status).toBe(404);
  });

  it("says that publishing is not open yet, and keeps the draft", async () => {
    const first = await fill("", {});
    const query = `?${first.location?.split("?")[1]}`;
    await fill(query, internship);
    await fill(query.replace("etape=2", "etape=3"), place);
    clock.set("2026-10-01T09:00:00Z");
    const as = await cookieOf(app, world.employer.id);
    const brouillon = new URLSearchParams(query).get("brouillon") ?? "";
    const early = await send({ intent: "publish", brouillon }, as);
    clock.set("2027-03-01T09:00:00Z");
    expect(early.status).toBe(409);
    expect(JSON.stringify(early.value)).toContain("1er novembre 2026");
  });
});
