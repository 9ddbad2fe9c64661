import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { loader as home } from "#app/routes/admin/home.tsx";
import { loader as record } from "#app/routes/admin/message.tsx";
import { action, loader } from "#app/routes/admin/messages.tsx";
import { loader as skippedEvents } from "#app/routes/admin/skipped-events.tsx";
import { guardians, messages, suppressedAddresses } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { writeEvent, writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let make: ReturnType<typeof factories>;
let admin: { id: string };
let cookie = "";

beforeAll(async () => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
  admin = await make.person();
  await make.affiliate(admin.id, "admin");
});
beforeEach(async () => {
  clock.set("2027-03-01T09:00:00Z");
  cookie = await cookieOf(app, admin.id);
  await database.db.delete(messages);
});

const write = (values: Parameters<typeof writeMessage>[2] = {}) => writeMessage(database.db, clock, values);
const read = (query = "") => loader(routeArgs(app, { path: `/admin/messages${query}`, cookie }));
const idsOf = async (query = "") => (await read(query)).messages.map(({ id }) => id);
const search = (address: string) =>
  statusOf(() => action(routeArgs(app, { path: "/admin/messages", cookie, form: { address } })));
const openRecord = (messageId: string) =>
  statusOf(() =>
    record(routeArgs(app, { path: `/admin/messages/${messageId}`, cookie, params: { messageId } })),
  );

describe("the log of messages", () => {
  it("tells to whom by role and masked address, why, and what became of it: neither text nor address", async () => {
    const person = await make.person({ email: "helene.durand@example.org" });
    await make.affiliate(person.id, "employer", { organisationId: (await make.organisation()).id });
    const eventId = await writeEvent(database.db, clock);
    await write({
      personId: person.id,
      recipient: person.email,
      eventId,
      providerStatus: "delivered",
      attempts: 2,
    });
    const { messages: lines } = await read();
    expect(lines).toMatchObject([
      {
        recipient: "h…d@example.org",
        roles: ["employer"],
        eventType: "application.declined",
        eventAt: clock.now(),
        status: "pending",
        providerStatus: "delivered",
        attempts: 2,
      },
    ]);
    const told = JSON.stringify(lines);
    for (const secret of ["helene", "Une réponse est arrivée", "<p>", person.id])
      expect(told).not.toContain(secret);
  });

  it("filters by state, template, event and day, the last one included", async () => {
    const eventId = await writeEvent(database.db, clock, { type: "offer.published" });
    clock.set("2027-03-01T23:30:00Z"); // The 2nd in Paris.
    const late = await write({ status: "shown", channel: "none", recipient: null, eventId });
    clock.set("2027-03-01T09:00:00Z");
    const early = await write({ template: "offer-published" });
    expect(await idsOf("?etat=shown")).toEqual([late.id]);
    expect(await idsOf("?modele=offer-published")).toEqual([early.id]);
    expect(await idsOf("?evenement=offer.published")).toEqual([late.id]);
    expect(await idsOf("?au=2027-03-01")).toEqual([early.id]);
    expect(await idsOf("?du=2027-03-02&au=2027-03-02")).toEqual([late.id]);
    expect(await idsOf("?etat=shown&modele=offer-published")).toEqual([]);
  });

  it("drops filters that mean nothing", async () => {
    const { id } = await write();
    const queries = [
      "etat=x",
      "evenement=constructor",
      "modele=%27;--",
      "du=2027-02-30",
      "au=9999-12-31",
      "comme=x",
    ];
    for (const query of queries) expect(await idsOf(`?${query}&curseur=%00`)).toEqual([id]);
  });

  it("gives each message once over its pages", async () => {
    for (let count = 0; count < 60; count += 1) await write();
    const first = await read();
    const second = await read(`?curseur=${first.nextCursor ?? ""}`);
    const seen = [...first.messages, ...second.messages].map(({ id }) => id);
    expect(new Set(seen).size).toBe(60);
    expect(second.nextCursor).toBeNull();
  });

  it("finds an address without putting it in an address bar, however it is typed", async () => {
    const person = await make.person({ email: "Zoe.Vidal@example.org" });
    const { id } = await write({ personId: person.id, recipient: "Zoe.Vidal@example.org" });
    await write();
    const other = await write({ personId: person.id, channel: "none", recipient: null, status: "shown" });
    const answer = await search("zoe.vidal@EXAMPLE.org");
    expect(answer).toMatchObject({ status: 303, location: `/admin/messages?comme=${id}` });
    await openAccount(await make.as(admin.id), {
      personId: person.id,
      reason: "asked_by_owner",
      explanation: "Un message attendu n’arrive pas.",
    });
    expect((await idsOf(`?comme=${id}`)).sort()).toEqual([id, other.id].sort());
  });

  it("finds a legal representative's address, who has no account", async () => {
    const { pupil } = await make.world();
    await database.db
      .insert(guardians)
      .values({ pupilId: pupil.id, name: "Parent", email: "Jo.Parent@example.org" });
    const { id } = await write({ recipient: "Jo.Parent@example.org" });
    expect((await search("jo.parent@example.org")).location).toBe(`/admin/messages?comme=${id}`);
    expect((await read()).messages[0]?.roles).toBeNull();
  });

  it("says when nothing was written to an address, and keeps what was typed", async () => {
    for (const address of ["personne@example.org", "pas une adresse"]) {
      const answer = await search(address);
      expect(answer).toMatchObject({ status: 422, value: { data: { values: { address } } } });
    }
    expect(await idsOf(`?comme=${newId()}`)).toEqual([]);
  });
});

describe("the record of one message", () => {
  it("tells its whole course without what it says or to which address", async () => {
    const { id } = await write({
      recipient: "karim.benali@example.org",
      lastError: "refused: <karim.benali@example.org>",
    });
    const { value } = await openRecord(id);
    expect(value).toMatchObject({
      recipient: "k…i@example.org",
      lastError: "refused: <k…i@example.org>",
      grouped: 0,
    });
    expect(JSON.stringify(value)).not.toMatch(/karim|Une réponse|offres\?lieu/);
  });

  it("answers 404 for what is none", async () => {
    expect((await openRecord(newId())).status).toBe(404);
    expect((await openRecord("x")).status).toBe(404);
  });
});

describe("the figures and the skipped events", () => {
  it("count what waits, what failed, and how old the oldest is", async () => {
    await write({ createdAt: new Date("2027-02-28T09:00:00Z") });
    await write();
    await write({ status: "waiting", notBefore: new Date("2100-01-01") });
    await write({ status: "failed" });
    await write({ status: "failed", dismissedAt: clock.now() });
    await database.db
      .insert(suppressedAddresses)
      .values({ address: "perdue@example.org", reason: "bounced", suppressedAt: clock.now() });
    expect(await home(routeArgs(app, { path: "/admin", cookie }))).toEqual({
      pending: 2,
      oldestPendingMinutes: 1440,
      waiting: 1,
      failed: 1,
      suppressedAddresses: 1,
      documents: [],
      heldOffers: 0,
    });
  });

  it("list events that nobody was told of, with the reason", async () => {
    await writeEvent(database.db, clock, { type: "offer.reopened", skipReason: "outdated" });
    await writeEvent(database.db, clock, { type: "application.seen" });
    const open = (query: string) =>
      skippedEvents(routeArgs(app, { path: `/admin/messages/non-envoyes${query}`, cookie }));
    expect((await open("")).events).toMatchObject([{ type: "offer.reopened", skipReason: "outdated" }]);
    expect((await open("?evenement=application.seen")).events).toEqual([]);
  });
});
