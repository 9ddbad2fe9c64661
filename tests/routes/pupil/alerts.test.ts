import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import { MAX_SAVED_SEARCHES } from "#app/domain/discovery/saved-search.ts";
import * as alertsRoute from "#app/routes/pupil/alerts.tsx";
import * as stopRoute from "#app/routes/messages/stop-alert.tsx";
import { savedSearches } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupilId = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  world = await make.world({ seats: [2, 2] });
});
beforeEach(async () => {
  await database.db.execute(sql`truncate saved_searches cascade`);
  pupilId = (await world.newPupil()).id;
});

const post = async (form: Record<string, string>, personId = pupilId) =>
  statusOf(async () =>
    alertsRoute.action(
      routeArgs(app, { path: "/eleve/alertes", cookie: await cookieOf(app, personId), form }),
    ),
  );
const create = (recherche: string, personId?: string) => post({ intent: "create", recherche }, personId);
const page = async (personId = pupilId) =>
  alertsRoute.loader(routeArgs(app, { path: "/eleve/alertes", cookie: await cookieOf(app, personId) }));
const rows = () => database.db.select().from(savedSearches).where(eq(savedSearches.personId, pupilId));
const only = async () => (await page()).alerts[0] ?? { id: "" };
const refusalOf = ({ value }: { value: unknown }) =>
  (value as { data: { errors: Record<string, string[]> } }).data.errors[""]?.[0];

describe("creating an alert from a search", () => {
  it("keeps its place, its circle and all that it asks", async () => {
    const done = await create("lieu=Rennes&rayon=10&secteur=s43&periode=semaine-1&q=cabinet&tri=recentes");
    expect(done).toMatchObject({ status: 303, location: "/eleve/alertes?fait=create" });
    expect(await rows()).toMatchObject([
      {
        place: "Rennes (35)",
        latitude: 48.1147,
        longitude: -1.6794,
        radiusKm: 10,
        sectors: ["s43"],
        periods: ["semaine-1"],
        words: "cabinet",
        frequency: "instant",
        stoppedAt: null,
      },
    ]);
  });

  it("is refused kindly when it is there already, whatever the order of what it asks", async () => {
    await create("lieu=Rennes&secteur=s43&secteur=s31");
    const again = await create("secteur=s31&secteur=s43&lieu=Rennes");
    expect(again.status).toBe(409);
    expect(refusalOf(again)).toContain("Vous avez déjà cette alerte");
    expect(await rows()).toHaveLength(1);
  });

  it.each([
    ["a place that nobody knows", "lieu=Atlantis", "Nous ne trouvons pas le lieu"],
    ["nothing at all", "rayon=10", "toutes les offres de France"],
    ["words that mean nothing alone", "q=le", "toutes les offres de France"],
  ])("is refused with a way on for %s", async (_what, search, message) => {
    const refused = await create(search);
    expect(refused.status).toBe(409);
    expect(refusalOf(refused)).toContain(message);
  });

  it("keeps the words and the place without what no text of the database can hold", async () => {
    const done = await create("lieu=Ren%00nes&lat=48.11&lon=-1.68&q=cabi%00net");
    expect(done.status).toBe(303);
    expect(await rows()).toHaveLength(1);
  });

  it("stops at ten, when they are pressed at the same time too", async () => {
    const presses = Array.from({ length: MAX_SAVED_SEARCHES + 3 }, (_, index) => create(`q=metier${index}`));
    const statuses = (await Promise.all(presses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(MAX_SAVED_SEARCHES);
    expect(await rows()).toHaveLength(MAX_SAVED_SEARCHES);
    expect(refusalOf(await create("q=autre"))).toContain("déjà 10 alertes");
  });
});

describe("the page of alerts", () => {
  it("lists the offers that came, those that can still be asked for", async () => {
    await create("lieu=Rennes");
    const [open, closed] = [await world.newOffer(), await world.newOffer()];
    for (const { id } of [open, closed]) await matchOffer({ db: database.db, clock }, { offerId: id });
    await database.db.execute(sql`delete from offer_search where offer_id = ${closed.id}::uuid`);
    const { alerts } = await page();
    expect(alerts.map(({ matches }) => matches.map(({ offerId }) => offerId))).toEqual([[open.id]]);
  });

  it("changes how soon an alert is told, stops it and starts it again", async () => {
    await create("lieu=Rennes");
    const { id } = await only();
    await post({ intent: "frequency", alerte: id, frequence: "daily" });
    expect(await only()).toMatchObject({ frequency: "daily", stopped: false });
    expect(await post({ intent: "stop", alerte: id })).toMatchObject({ status: 303 });
    expect(await only()).toMatchObject({ stopped: true });
    await post({ intent: "restart", alerte: id });
    expect(await only()).toMatchObject({ stopped: false });
    await post({ intent: "delete", alerte: id });
    expect((await page()).alerts).toEqual([]);
  });

  it("shows and changes nobody else's", async () => {
    await create("lieu=Rennes");
    const { id } = await only();
    const other = (await world.newPupil()).id;
    expect((await page(other)).alerts).toEqual([]);
    expect((await post({ intent: "stop", alerte: id }, other)).status).toBe(404);
    expect((await post({ intent: "frequency", alerte: id, frequence: "daily" }, other)).status).toBe(404);
    await post({ intent: "delete", alerte: id }, other);
    expect(await only()).toMatchObject({ id, stopped: false, frequency: "instant" });
  });
});

describe("the stop link of a letter", () => {
  const args = (token: string, form?: Record<string, string>) =>
    routeArgs(app, { path: `/alertes/${token}`, params: { token }, ...(form ? { form } : {}) });

  it("stops nothing by being opened, stops on a press, and takes it back", async () => {
    await create("lieu=Rennes");
    const { id } = await only();
    const token = app.links.sign("alert", id);
    const opened = await statusOf(() => stopRoute.loader(args(token)));
    expect(opened.value).toMatchObject({
      data: { description: "À moins de 30 km de Rennes (35)", stopped: false },
    });
    expect(await only()).toMatchObject({ stopped: false });
    const pressed = await statusOf(() => stopRoute.action(args(token, { intent: "stop" })));
    expect(pressed).toMatchObject({ status: 303, location: `/alertes/${token}` });
    expect(await only()).toMatchObject({ stopped: true });
    await statusOf(() => stopRoute.action(args(token, { intent: "resume" })));
    expect(await only()).toMatchObject({ stopped: false });
  });

  it("made for something else, or of an alert deleted since, leads nowhere", async () => {
    await create("lieu=Rennes");
    const { id } = await only();
    for (const token of [app.links.sign("unsubscribe", id), app.links.sign("alert", pupilId), "coupe"]) {
      expect((await statusOf(() => stopRoute.loader(args(token)))).status).toBe(404);
      expect((await statusOf(() => stopRoute.action(args(token, {})))).status).toBe(404);
    }
    expect(await only()).toMatchObject({ stopped: false });
  });
});
