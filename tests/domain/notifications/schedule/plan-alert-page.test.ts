import { and, eq, sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import type { AlertFrequency, SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { stopSavedSearch } from "#app/domain/discovery/stop-saved-search.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { planAlertPage } from "#app/domain/notifications/schedule/plan-alert-page.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { planAlerts } from "#app/domain/notifications/schedule/plan-alerts.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { releaseDeferredMessages } from "#app/domain/notifications/schedule/release-deferred-messages.server.ts";
import { createTasks } from "#app/jobs/tasks.server.ts";
import { messages, outboxEvents, savedSearches, savedSearchMatches } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { recipient, writeMessage } from "#tests/domain/notifications/written-message.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
const clock = fakeClock();
let context: JobContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupil: Awaited<ReturnType<Factories["pupil"]>>;

beforeAll(async () => {
  context = jobContext(database.db, database.url, "http://127.0.0.1:9", { clock });
  make = factories(database.db, clock);
  world = await make.world();
});
beforeEach(async () => {
  await database.db.execute(sql`truncate messages, outbox_events, saved_searches cascade`);
  // A Tuesday, ten o'clock in Rennes.
  clock.set("2027-03-02T09:00:00Z");
  pupil = await world.newPupil();
});

const RENNES: SearchCriteria = {
  place: "Rennes (35)",
  center: { latitude: 48.112, longitude: -1.6743 },
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
};

async function save(
  criteria: Partial<SearchCriteria> = {},
  frequency: AlertFrequency = "instant",
  owner = pupil,
) {
  const ctx = await make.as(owner.id);
  const saved = await saveSearch(ctx, { criteria: { ...RENNES, ...criteria }, frequency });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.savedSearchId;
}

async function publish(count = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await world.newOffer({
      values: { title: `Atelier ${index + 1}`, publishedAt: clock.now() },
    });
    await matchOffer({ db: database.db, clock }, { offerId: id });
    ids.push(id);
  }
  return ids;
}

const events = () =>
  database.db
    .select()
    .from(outboxEvents)
    .where(and(eq(outboxEvents.type, "alert.matched")))
    .orderBy(outboxEvents.occurredAt, outboxEvents.id);

async function dispatch() {
  for (const { id } of await events()) await dispatchEvent(context, id);
}

const alerts = () =>
  database.db
    .select()
    .from(messages)
    .where(eq(messages.template, "alert-matched"))
    .orderBy(messages.createdAt);

/** What the jobs of ten minutes do. */
async function tenMinutesAt(instant: string) {
  clock.set(instant);
  await planAlerts(context);
  await dispatch();
  await releaseDeferredMessages(context);
}

const close = async (offerId: string) => pauseOffer(await make.as(world.employer.id), { offerId });

describe("an alert", () => {
  it("tells the newest offers in one message, with a link to stop each search", async () => {
    const searchId = await save();
    await publish(7);
    await tenMinutesAt("2027-03-02T09:05:00Z");
    const [message, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(message).toMatchObject({ status: "pending", topic: "alerts", recipient: pupil.email });
    expect(message?.subject).toBe("Stage de seconde : 7 nouvelles offres pour vous");
    expect(message?.text.match(/\n- Atelier/g)).toHaveLength(5);
    expect(message?.text).toContain("Et 2 autres offres à découvrir.");
    expect(message?.text).toContain(context.links.sign("alert", searchId));
    expect(message?.text).toContain("À moins de 30 km de Rennes (35)");
    expect(message?.text).toContain("/desabonnement/");
  });

  it("puts the searches of a pupil together, each offer once", async () => {
    await save();
    await save({ center: null, place: null, sectors: ["s43"] });
    const [offer] = await publish();
    await tenMinutesAt("2027-03-02T09:05:00Z");
    const [message, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(message?.subject).toContain("une nouvelle offre");
    expect(message?.actionUrl).toBe(`https://stage.example.org/offres/${offer}`);
    expect(message?.text.match(/Arrêter cette alerte/g)).toHaveLength(2);
  });

  it("leaves outside quiet hours: what comes in the evening is announced the next morning", async () => {
    await save();
    clock.set("2027-03-02T20:30:00Z");
    await publish();
    await tenMinutesAt("2027-03-02T20:35:00Z");
    expect(await events()).toEqual([]);
    await tenMinutesAt("2027-03-03T05:45:00Z");
    expect((await alerts())[0]).toMatchObject({
      status: "waiting",
      notBefore: new Date("2027-03-03T06:00:00Z"),
    });
    await tenMinutesAt("2027-03-03T06:00:00Z");
    expect((await alerts())[0]).toMatchObject({ status: "pending" });
  });

  it("comes once a day at most, and after a message of the same kind waits for the next morning", async () => {
    await save();
    await publish();
    await tenMinutesAt("2027-03-02T09:05:00Z");
    await publish();
    await tenMinutesAt("2027-03-02T12:05:00Z");
    expect(await alerts()).toHaveLength(1);
    await tenMinutesAt("2027-03-03T06:05:00Z");
    expect((await alerts()).map(({ status }) => status)).toEqual(["pending", "pending"]);
    const other = await world.newPupil();
    await save({}, "instant", other);
    await writeMessage(context, recipient({ email: other.email ?? "", personId: other.id }));
    await releaseDeferredMessages(context);
    await publish();
    await tenMinutesAt("2027-03-03T06:15:00Z");
    expect((await alerts()).filter(({ personId }) => personId === other.id)).toEqual([]);
    await tenMinutesAt("2027-03-04T06:05:00Z");
    expect((await alerts()).filter(({ personId }) => personId === other.id)).toHaveLength(1);
  });

  it("is asked for as soon as an offer answers a search, and leaves without waiting for the next ten minutes", async () => {
    const asked = async (task: string) => {
      const jobs = await database.db.execute<{ soon: boolean }>(sql`
        select run_at < now() + interval '10 seconds' as soon from graphile_worker.jobs where key like ${`${task}%`}`);
      return jobs.map(({ soon }) => soon);
    };
    const { match_offer: match } = createTasks(context);
    const run = (offerId: string) =>
      match?.({ offerId }, { abortSignal: undefined } as unknown as JobHelpers);
    const { id } = await world.newOffer({ values: { publishedAt: clock.now() } });
    await database.db.execute(
      sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`,
    );
    await run(id);
    expect(await asked("plan_alerts")).toEqual([]);
    await save();
    await run(id);
    expect(await asked("plan_alerts")).toEqual([true]);
    expect(await asked("release_deferred_messages")).toEqual([]);
    clock.set("2027-03-02T09:00:10Z");
    await planAlerts(context, { offerId: pupil.id });
    expect(await asked("release_deferred_messages")).toEqual([]);
    await planAlerts(context, { offerId: id });
    expect(await asked("release_deferred_messages")).toEqual([true]);
    expect(await events()).toHaveLength(1);
  });

  it("of an offer that closed before it could be announced takes no message from those that follow", async () => {
    await save();
    clock.set("2027-03-02T20:30:00Z");
    const [closed] = await publish();
    await close(closed ?? "");
    await tenMinutesAt("2027-03-03T06:05:00Z");
    expect(await events()).toEqual([]);
    const [open] = await publish();
    await tenMinutesAt("2027-03-03T09:05:00Z");
    expect((await alerts()).map(({ actionUrl }) => actionUrl)).toEqual([
      `https://stage.example.org/offres/${open}`,
    ]);
  });

  it("of a daily search announces in the morning what came until then", async () => {
    await save({}, "daily");
    await publish(2);
    await tenMinutesAt("2027-03-02T09:05:00Z");
    await tenMinutesAt("2027-03-02T17:05:00Z");
    expect(await events()).toEqual([]);
    await tenMinutesAt("2027-03-03T06:05:00Z");
    expect((await alerts()).map(({ subject }) => subject)).toEqual([
      "Stage de seconde : 2 nouvelles offres pour vous",
    ]);
  });

  it("of a daily search leaves out what another search has announced", async () => {
    await save();
    await save({ center: null, place: null, sectors: ["s43"] }, "daily");
    await publish();
    await tenMinutesAt("2027-03-02T09:05:00Z");
    await tenMinutesAt("2027-03-03T06:05:00Z");
    expect(await events()).toHaveLength(1);
    expect((await alerts())[0]?.text.match(/Arrêter cette alerte/g)).toHaveLength(2);
  });

  it("comes in the notification centre alone to who has no address, once a day as well", async () => {
    const other = await world.newPupil();
    await database.db.execute(sql`update persons set email = null where id = ${other.id}::uuid`);
    await save({}, "instant", other);
    await publish();
    await tenMinutesAt("2027-03-02T09:05:00Z");
    await publish();
    await tenMinutesAt("2027-03-02T09:15:00Z");
    expect((await alerts()).map(({ status, channel }) => [status, channel])).toEqual([["shown", "none"]]);
  });
});

describe("as an alert leaves", () => {
  it("only what can still be asked for is announced", async () => {
    await save();
    const [closed, asked, open] = await publish(3);
    clock.set("2027-03-02T09:05:00Z");
    await planAlerts(context);
    await close(closed ?? "");
    const motivation = "Une lettre assez longue pour être envoyée à la structure d’accueil.";
    await submitApplication(await make.as(pupil.id), { offerId: asked ?? "", motivation, choice: 1 });
    await dispatch();
    const [message] = await alerts();
    expect(message?.actionUrl).toBe(`https://stage.example.org/offres/${open}`);
    expect(message?.text).not.toContain(closed);
  });

  it("nothing is sent when nothing is left, and the reason is kept", async () => {
    await save();
    const [offer] = await publish();
    clock.set("2027-03-02T09:05:00Z");
    await planAlerts(context);
    await close(offer ?? "");
    await dispatch();
    expect(await alerts()).toEqual([]);
    expect((await events()).map(({ skipReason }) => skipReason)).toEqual(["outdated"]);
  });

  it("a message that waited is written anew without the offers that have closed", async () => {
    await save();
    const [closed, open] = await publish(2);
    clock.set("2027-03-02T05:40:00Z");
    await planAlerts(context);
    await dispatch();
    expect((await alerts())[0]?.subject).toBe("Stage de seconde : 2 nouvelles offres pour vous");
    await close(closed ?? "");
    clock.set("2027-03-02T06:00:00Z");
    await releaseDeferredMessages(context);
    const [message] = await alerts();
    expect(message).toMatchObject({
      status: "pending",
      subject: "Stage de seconde : une nouvelle offre pour vous",
      actionUrl: `https://stage.example.org/offres/${open}`,
    });
    expect(message?.text).not.toContain(closed);
    const [, token = ""] = /desabonnement\/([\w-]+)/.exec(message?.text ?? "") ?? [];
    expect(context.links.read("unsubscribe", token)?.id).toBe(message?.id);
  });

  it("a message that waited is set aside when its offers have closed, or its search was stopped", async () => {
    const searchId = await save();
    const [offer] = await publish();
    const other = await world.newPupil();
    await save({}, "instant", other);
    await matchOffer({ db: database.db, clock }, { offerId: offer ?? "" });
    clock.set("2027-03-02T05:40:00Z");
    await planAlerts(context);
    await dispatch();
    await stopSavedSearch(await make.as(pupil.id), { savedSearchId: searchId });
    clock.set("2027-03-02T06:00:00Z");
    await releaseDeferredMessages(context);
    const states = new Map(
      (await alerts()).map(({ personId, status, lastError }) => [personId, [status, lastError]]),
    );
    expect(states.get(pupil.id)).toEqual(["shown", "outdated"]);
    expect(states.get(other.id)).toEqual(["pending", null]);
  });
});

describe("whatever dies", () => {
  it("each match is announced once, by several processes at once too", async () => {
    const owners = await Promise.all(Array.from({ length: 9 }, () => world.newPupil()));
    for (const owner of owners) await save({}, "instant", owner);
    await publish(2);
    clock.set("2027-03-02T09:05:00Z");
    const pools = [1, 2, 3].map(() => database.openPool(2));
    await Promise.all(pools.map((db) => planAlerts({ ...context, db }, { limit: 2 })));
    await planAlerts(context, { limit: 2 });
    const recorded = await events();
    expect(recorded.map(({ payload }) => (payload as { personId: string }).personId).sort()).toEqual(
      owners.map(({ id }) => id).sort(),
    );
    await Promise.all([dispatch(), dispatch()]);
    expect(await alerts()).toHaveLength(9);
  });

  it("a match is marked and its event recorded together, or neither", async () => {
    await save();
    await publish();
    clock.set("2027-03-02T09:05:00Z");
    await database.db.execute(sql`
      create function refuse() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
      create trigger killed before insert on outbox_events for each row when (new.type = 'alert.matched') execute function refuse()`);
    await expect(planAlertPage(context, { after: null, limit: 10 })).rejects.toThrow();
    const untold = () => database.db.$count(savedSearchMatches, sql`announced_at is null`);
    expect(await untold()).toBe(1);
    await database.db.execute(sql`drop trigger killed on outbox_events`);
    await planAlerts(context);
    expect(await untold()).toBe(0);
    expect(await events()).toHaveLength(1);
  });

  it("a pupil who deletes the search meanwhile hears nothing of it", async () => {
    const searchId = await save();
    await publish();
    clock.set("2027-03-02T09:05:00Z");
    await planAlerts(context);
    await database.db.delete(savedSearches).where(eq(savedSearches.id, searchId));
    await dispatch();
    expect((await events()).map(({ skipReason }) => skipReason)).toEqual(["outdated"]);
  });
});
