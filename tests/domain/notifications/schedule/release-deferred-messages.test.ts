import { eq, inArray, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { unsubscribe } from "#app/domain/notifications/inbox/unsubscribe.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { releaseDeferredMessages } from "#app/domain/notifications/schedule/release-deferred-messages.server.ts";
import { applications, mailOptOuts, messages } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock, nextNumber } from "#tests/support/factories.ts";
import { recipient, writeMessage } from "#tests/domain/notifications/written-message.ts";
import {
  createApplication,
  createWorld,
  jobContext,
  type World,
} from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
const clock = fakeClock();
let context: JobContext;
let world: World;

beforeAll(async () => {
  context = jobContext(database.db, database.url, "http://127.0.0.1:9", { clock });
  world = await createWorld(database.db);
});
beforeEach(async () => {
  await database.db.execute(sql`truncate messages, mail_opt_outs cascade`);
  clock.set("2027-03-02T09:00:00Z");
});

const someone = (timeZone = "Europe/Paris") =>
  recipient({ email: `quelqu-un-${nextNumber()}@example.org`, timeZone });

async function reload(id: string) {
  const [message] = await database.db.select().from(messages).where(eq(messages.id, id));
  if (!message) throw new Error("The message is gone.");
  return message;
}

async function releaseAt(instant: string) {
  clock.set(instant);
  await releaseDeferredMessages(context);
}

const statuses = async (ids: string[]) => Promise.all(ids.map(async (id) => (await reload(id)).status));
const digests = () => database.db.select().from(messages).where(eq(messages.template, "daily-digest"));

describe("a deferrable message", () => {
  it("leaves as it is within ten minutes by day", async () => {
    const id = await writeMessage(context, someone());
    expect(await reload(id)).toMatchObject({ status: "waiting", priority: 2, dailySlotOn: null });
    await releaseAt("2027-03-02T09:10:00Z");
    expect(await reload(id)).toMatchObject({ status: "pending", dailySlotOn: "2027-03-02" });
    expect(await digests()).toEqual([]);
  });

  it.each([
    ["Europe/Paris", "2027-03-02T20:00:00Z", "2027-03-03T05:59:59Z", "2027-03-03T06:00:00Z", "2027-03-03"],
    ["Indian/Reunion", "2027-03-02T17:00:00Z", "2027-03-03T02:59:59Z", "2027-03-03T03:00:00Z", "2027-03-03"],
    [
      "America/Guadeloupe",
      "2027-03-03T01:00:00Z",
      "2027-03-03T10:59:59Z",
      "2027-03-03T11:00:00Z",
      "2027-03-03",
    ],
    ["Pacific/Noumea", "2027-03-02T10:00:00Z", "2027-03-02T19:59:59Z", "2027-03-02T20:00:00Z", "2027-03-03"],
    ["Europe/Paris", "2027-03-27T22:00:00Z", "2027-03-28T04:59:59Z", "2027-03-28T05:00:00Z", "2027-03-28"],
    ["Europe/Paris", "2027-10-30T22:00:00Z", "2027-10-31T05:59:59Z", "2027-10-31T06:00:00Z", "2027-10-31"],
  ])(
    "written in the night of %s at %s waits for its seven o’clock",
    async (zone, night, early, morning, day) => {
      clock.set(night);
      const id = await writeMessage(context, someone(zone));
      await releaseAt(night);
      await releaseAt(early);
      expect(await reload(id)).toMatchObject({ status: "waiting" });
      await releaseAt(morning);
      expect(await reload(id)).toMatchObject({ status: "pending", dailySlotOn: day });
    },
  );

  it("does not leave from nine in the evening, even when the queue was late", async () => {
    const id = await writeMessage(context, someone());
    await releaseAt("2027-03-02T20:00:00Z");
    expect(await reload(id)).toMatchObject({ status: "waiting" });
    await releaseAt("2027-03-02T19:59:59Z");
    expect(await reload(id)).toMatchObject({ status: "pending" });
  });

  it("joins the others that wait in one digest", async () => {
    const to = someone();
    const ids = [
      await writeMessage(context, to, { subject: "Une offre est de nouveau disponible" }),
      await writeMessage(context, to, { subject: "Pensez à confirmer" }),
    ];
    await releaseAt("2027-03-02T09:10:00Z");
    const [digest, ...others] = await digests();
    expect(others).toEqual([]);
    expect(digest).toMatchObject({
      status: "pending",
      eventId: null,
      dailySlotOn: "2027-03-02",
      topic: null,
    });
    expect(digest?.subject).toBe("Stages de seconde : 2 messages à lire");
    for (const part of [digest?.html, digest?.text]) {
      expect(part).toContain("Une offre est de nouveau disponible en une phrase.");
      expect(part).toContain("Pensez à confirmer en une phrase.");
    }
    for (const id of ids) expect(await reload(id)).toMatchObject({ status: "grouped", digestId: digest?.id });
  });

  it("waits for the next morning when its day has had a message", async () => {
    const to = someone("Indian/Reunion");
    const first = await writeMessage(context, to);
    await releaseAt("2027-03-02T09:10:00Z");
    const second = await writeMessage(context, { ...to, email: to.email?.toUpperCase() ?? null });
    await releaseAt("2027-03-02T16:00:00Z");
    expect(await statuses([first, second])).toEqual(["pending", "waiting"]);
    expect((await reload(second)).notBefore).toEqual(new Date("2027-03-03T03:00:00Z"));
    await releaseAt("2027-03-03T03:00:00Z");
    expect(await statuses([first, second])).toEqual(["pending", "pending"]);
  });

  it("takes with it what is due later on the same day, and leaves what is due on another", async () => {
    const to = someone();
    const applicationId = await createApplication(database.db, world, "confirmed");
    const onDay = "2027-03-03";
    const [now, evening, tomorrow] = [
      await writeMessage(context, to),
      await writeMessage(context, to, { urgency: "immediate", immediatePerDay: 0 }),
      await writeMessage(context, to, { type: "placement.day_before", payload: { applicationId, onDay } }),
    ];
    expect((await reload(evening)).notBefore).toEqual(new Date("2027-03-02T17:00:00Z"));
    expect((await reload(tomorrow)).notBefore).toEqual(new Date("2027-03-03T06:00:00Z"));
    await releaseAt("2027-03-02T09:10:00Z");
    expect(await statuses([now, evening, tomorrow])).toEqual(["grouped", "grouped", "waiting"]);
    await database.db.delete(applications).where(eq(applications.id, applicationId));
  });

  it("is not sent when its day has passed", async () => {
    const applicationId = await createApplication(database.db, world, "confirmed");
    const yesterday = { applicationId, onDay: "2027-03-01" };
    const id = await writeMessage(context, someone(), { type: "placement.day_before", payload: yesterday });
    await releaseAt("2027-03-02T09:10:00Z");
    expect(await reload(id)).toMatchObject({ status: "shown", lastError: "outdated" });
    await database.db.delete(applications).where(eq(applications.id, applicationId));
  });

  it("is not sent when what it says is so no more", async () => {
    const to = someone();
    const applicationId = await createApplication(database.db, world, "submitted");
    const reminder = { type: "application.answer_reminder", payload: { applicationId, day: 4 } } as const;
    const closedAgain = { type: "offer.reopened", payload: { offerId: world.offerId } } as const;
    const ids = [
      await writeMessage(context, someone(), reminder),
      await writeMessage(context, someone(), closedAgain),
    ];
    const other = await writeMessage(context, to);
    await database.db
      .update(applications)
      .set({ status: "declined", deadlineAt: null })
      .where(eq(applications.id, applicationId));
    await releaseAt("2027-03-02T09:10:00Z");
    for (const id of ids) expect(await reload(id)).toMatchObject({ status: "shown", lastError: "outdated" });
    expect(await reload(other)).toMatchObject({ status: "pending" });
    await database.db.delete(applications).where(eq(applications.id, applicationId));
  });
});

describe("one a day and address", () => {
  it("holds when several machines release at once, and nothing is left behind", async () => {
    const people = Array.from({ length: 20 }, () => someone());
    const ids: string[] = [];
    for (const to of people)
      for (let index = 0; index < 2; index += 1) ids.push(await writeMessage(context, to));
    const machines = [1, 2, 3, 4].map(() => ({ ...context, db: database.openPool(2) }));
    clock.set("2027-03-02T09:10:00Z");
    for (let round = 0; round < 6; round += 1)
      await Promise.all(machines.map((machine) => releaseDeferredMessages(machine, 7)));
    await releaseDeferredMessages(context);
    expect(new Set(await statuses(ids)).has("waiting")).toBe(false);
    const left = await database.db.execute<{ sent: number; most: number }>(sql`
      select count(*)::int as sent, max(n)::int as most from (select count(*) as n from messages
        where daily_slot_on is not null group by lower(recipient), daily_slot_on) days`);
    expect(left[0]).toEqual({ sent: 20, most: 1 });
  });

  it("asks for the next batch only when this one was full", async () => {
    const ask = () =>
      database.db.execute(sql`select 1 from graphile_worker.jobs where key = 'release_deferred_messages'`);
    await database.db.execute(sql`select graphile_worker.remove_job('release_deferred_messages')`);
    for (let index = 0; index < 3; index += 1) await writeMessage(context, someone());
    await releaseDeferredMessages(context, 10);
    expect(await ask()).toHaveLength(0);
    for (let index = 0; index < 3; index += 1) await writeMessage(context, someone());
    await releaseDeferredMessages(context, 2);
    expect(await ask()).toHaveLength(1);
  });
});

describe("a host with many applications", () => {
  const received = { urgency: "immediate", template: "application-received", immediatePerDay: 3 } as const;

  it("gets three mails at once a day, then waits for the digest of the evening", async () => {
    const host = someone();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) ids.push(await writeMessage(context, host, received));
    expect(await statuses(ids)).toEqual(["pending", "pending", "pending", "waiting", "waiting"]);
    expect(await reload(ids[3] ?? "")).toMatchObject({ notBefore: new Date("2027-03-02T17:00:00Z") });
    await releaseAt("2027-03-02T16:59:00Z");
    expect(await digests()).toEqual([]);
    await releaseAt("2027-03-02T17:00:00Z");
    expect(await digests()).toHaveLength(1);
    clock.set("2027-03-02T23:30:00Z");
    expect((await reload(await writeMessage(context, host, received))).status).toBe("pending");
  });

  it("gets three and no more when dispatchers write at the same time", async () => {
    const host = someone("America/Cayenne");
    const machines = Array.from({ length: 6 }, () => ({ ...context, db: database.openPool(1) }));
    const ids = await Promise.all(machines.map((machine) => writeMessage(machine, host, received)));
    expect((await statuses(ids)).filter((status) => status === "pending")).toHaveLength(3);
  });

  it("does not count what other hosts and other messages get", async () => {
    const host = someone();
    for (let index = 0; index < 3; index += 1) await writeMessage(context, someone(), received);
    for (let index = 0; index < 3; index += 1)
      await writeMessage(context, host, { urgency: "immediate", template: "placement-confirmed-host" });
    expect((await reload(await writeMessage(context, host, received))).status).toBe("pending");
  });
});

describe("what a recipient refused", () => {
  const advice = { topic: "advice" } as const;

  it("is not sent, whatever the capitals of the address; the rest is", async () => {
    const to = someone();
    const address = to.email?.toUpperCase() ?? "";
    await database.db.insert(mailOptOuts).values({ address, topic: "advice", optedOutAt: clock.now() });
    const ids = [
      await writeMessage(context, to, advice),
      await writeMessage(context, to, { topic: "reminders" }),
      await writeMessage(context, to, { urgency: "immediate" }),
    ];
    expect(await statuses(ids)).toEqual(["declined", "waiting", "pending"]);
  });

  it("is not sent either when the refusal comes while it waits", async () => {
    const to = someone();
    const first = await writeMessage(context, to, { ...advice, urgency: "immediate" });
    const id = await writeMessage(context, to, advice);
    expect(await unsubscribe(context, { messageId: first })).toMatchObject({ ok: true });
    await releaseAt("2027-03-02T09:10:00Z");
    expect(await reload(id)).toMatchObject({ status: "declined" });
  });

  it("can be refused from a digest of one topic only", async () => {
    const to = someone();
    for (let index = 0; index < 2; index += 1) await writeMessage(context, to, advice);
    await releaseAt("2027-03-02T09:10:00Z");
    const [digest] = await digests();
    expect(digest?.topic).toBe("advice");
    expect(digest?.text).toContain("https://stage.example.org/desabonnement/");
    await unsubscribe(context, { messageId: digest?.id ?? "" });
    expect((await reload(await writeMessage(context, to, advice))).status).toBe("declined");
  });
});

describe("someone without address", () => {
  it("finds it in the notification centre", async () => {
    const id = await writeMessage(context, recipient({ personId: world.pupil }));
    expect(await reload(id)).toMatchObject({ channel: "none", recipient: null, status: "shown" });
  });

  it("gets the few messages that have a text message on a telephone, one a day", async () => {
    const parent = recipient({ phone: "06 39 98 45 46", firstName: null });
    const ids = [
      await writeMessage(context, parent, { sms: "Un stage est confirmé." }),
      await writeMessage(context, parent, { sms: "Le stage commence lundi." }),
      await writeMessage(context, parent),
    ];
    expect(await reload(ids[0] ?? "")).toMatchObject({ channel: "sms", text: "Un stage est confirmé." });
    await releaseAt("2027-03-02T09:10:00Z");
    expect(await statuses(ids)).toEqual(["pending", "waiting", "shown"]);
    await releaseAt("2027-03-02T19:00:00Z");
    expect(await statuses(ids)).toEqual(["pending", "waiting", "shown"]);
    await releaseAt("2027-03-03T06:00:00Z");
    expect(await statuses(ids)).toEqual(["pending", "pending", "shown"]);
    const rows = await database.db.select().from(messages).where(inArray(messages.id, ids));
    expect(rows).toHaveLength(3);
  });
});
