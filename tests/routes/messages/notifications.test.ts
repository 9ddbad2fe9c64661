import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { getMessageState } from "#app/domain/notifications/inbox/notification-centre.queries.server.ts";
import { acceptApplication } from "#app/domain/applications/accept-application.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import { withdrawApplication } from "#app/domain/applications/withdraw-application.server.ts";
import { ASKED_ACTS } from "#app/domain/notifications/inbox/asked-acts.ts";
import { emailCatalogue } from "#app/emails/catalogue.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { action, loader } from "#app/routes/messages/notifications.tsx";
import { messages, outboxEvents, suppressedAddresses } from "#db/schema/index.ts";
import { cookieOf, routeArgs, statusOf, testApp } from "#tests/support/app.ts";
import { testDatabase, type TestDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { writeMessage } from "#tests/support/messages.ts";

const database = testDatabase();
const clock = fakeClock();
let db: TestDatabase["db"];
let app: ReturnType<typeof testApp>;
let person: { id: string; email: string };

beforeAll(() => {
  db = database.db;
  app = testApp(database, clock);
});
beforeEach(async () => {
  clock.advanceDays(1);
  const { id, email } = await factories(db, clock).person();
  person = { id, email: email ?? "" };
});

const told = (values: Parameters<typeof writeMessage>[2] = {}) =>
  writeMessage(db, clock, { personId: person.id, recipient: person.email, ...values });

async function read(query = "") {
  const args = routeArgs(app, { path: `/notifications${query}`, cookie: await cookieOf(app, person.id) });
  return loader(args);
}

async function post(form: Record<string, string>, query = "") {
  const cookie = await cookieOf(app, person.id);
  return statusOf(() => action(routeArgs(app, { path: `/notifications${query}`, cookie, form })));
}

const unread = async () => (await getMessageState(db, person.id)).unread;

describe("the notification centre", () => {
  it("holds every message of its reader, sent or not, the newest first, and nobody else's", async () => {
    const first = await told({ status: "declined", topic: "alerts" });
    clock.advanceDays(1);
    const second = await told({ channel: "none", recipient: null, status: "shown" });
    await writeMessage(db, clock, { personId: (await factories(db, clock).person()).id });
    const { notifications, nextCursor } = await read();
    expect(notifications.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(nextCursor).toBeNull();
    expect(notifications[0]?.action).toEqual({ label: "Voir d’autres offres", to: "/offres?lieu=Rennes" });
  });

  it("asks for nothing that is done, or cannot be done any more, and says so", async () => {
    const world = await factories(db, clock).world();
    const pupil = await factories(db, clock).as(world.pupil.id);
    const employer = await factories(db, clock).as(world.employer.id);
    const motivation = "J’aimerais découvrir comment une équipe s’organise chaque jour.";
    const sent = await submitApplication(pupil, { offerId: world.offer.id, motivation, choice: "both" });
    if (!sent.ok) throw new Error(sent.error.code);
    const { applicationId } = sent.value;
    const event = {
      id: newId(),
      type: "application.accepted",
      urgency: "immediate",
      payload: { applicationId },
    };
    await db.insert(outboxEvents).values({ ...event, urgency: "immediate", occurredAt: clock.now() });
    const asked = { eventId: event.id, actionLabel: "Confirmer ce stage" };
    const { id: confirm } = await told({ ...asked, template: "application-accepted" });
    const { id: tells } = await told({ ...asked, template: "application-sent" });
    const shown = async () => {
      const { notifications } = await read();
      return [confirm, tells].map((id) => {
        const found = notifications.find((one) => one.id === id);
        return [found?.action?.label ?? null, found?.settled];
      });
    };
    await acceptApplication(employer, { applicationId });
    expect(await shown()).toEqual([
      ["Confirmer ce stage", null],
      ["Confirmer ce stage", null],
    ]);
    await withdrawApplication(pupil, { applicationId });
    expect(await shown()).toEqual([
      [null, { done: false, by: null }],
      ["Confirmer ce stage", null],
    ]);
  });

  it("knows templates that exist", () => {
    const names = emailCatalogue.map(({ name }) => name);
    expect(Object.keys(ASKED_ACTS).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("shows the messages of a digest one by one, and not the digest", async () => {
    const digest = await told({ template: "digest" });
    const grouped = await told({ status: "grouped", digestId: digest.id });
    expect((await read()).notifications.map(({ id }) => id)).toEqual([grouped.id]);
    expect(await unread()).toBe(1);
  });

  it("leads outside the site only where the message itself did", async () => {
    await told({ actionUrl: "https://autre.example/page" });
    await told({ actionUrl: "http://localhost:3000//autre.example" });
    const links = (await read()).notifications.map(({ action: link }) => link?.to);
    expect(links).toEqual(["/", "https://autre.example/page"]);
  });

  it("is read as often as one likes without anything being marked", async () => {
    await told();
    await read();
    await read();
    expect(await unread()).toBe(1);
  });

  it("marks one as read, once, and stays on its page of the list", async () => {
    const { id } = await told();
    await told();
    const answer = await post({ messageId: id }, "?curseur=abc");
    expect(answer).toMatchObject({ status: 303, location: "/notifications?curseur=abc" });
    expect(await unread()).toBe(1);
    const readAt = clock.now();
    clock.advanceDays(1);
    await post({ messageId: id });
    const [row] = await db.select({ readAt: messages.readAt }).from(messages).where(eq(messages.id, id));
    expect(row?.readAt).toEqual(readAt);
  });

  it("marks all that was on the screen, and leaves what came after it", async () => {
    await told();
    await told();
    const { seenAt } = await read();
    clock.advanceDays(1);
    await told();
    const answer = await post({ until: seenAt });
    expect(answer).toMatchObject({ status: 303, location: "/notifications?fait=tout-lu" });
    expect(await unread()).toBe(1);
  });

  it("marks nothing of anybody else", async () => {
    const other = await factories(db, clock).person();
    const { id } = await writeMessage(db, clock, { personId: other.id });
    expect((await post({ messageId: id })).status).toBe(303);
    expect((await getMessageState(db, other.id)).unread).toBe(1);
  });

  it.each([{}, { messageId: "x" }, { until: "hier" }])(
    "refuses %j, which no page of ours sends",
    async (form) => {
      expect((await post(form as Record<string, string>)).status).toBe(400);
    },
  );

  it("gives each message once over its pages, while others come in", async () => {
    const ids: string[] = [];
    for (let count = 0; count < 45; count += 1) ids.unshift((await told()).id);
    const seen: string[] = [];
    let query = "";
    for (let page = 0; page < 3; page += 1) {
      const { notifications, nextCursor } = await read(query);
      seen.push(...notifications.map(({ id }) => id));
      query = `?curseur=${nextCursor ?? ""}`;
      clock.advanceDays(1);
      await told();
    }
    expect(seen).toEqual(ids);
  });

  it("takes a cursor that is none of ours for the first page", async () => {
    const { id } = await told();
    for (const cursor of ["x", "1_x", `9999999999999999_${id}`, "%00"])
      expect((await read(`?curseur=${cursor}`)).notifications).toHaveLength(1);
  });
});

describe("what every page tells of one's messages", () => {
  it("counts to a hundred and no further", async () => {
    for (let count = 0; count < 103; count += 1) await told();
    expect(await unread()).toBe(100);
  });

  it("says why an address takes no mail any more, in any case of its letters", async () => {
    expect((await getMessageState(db, person.id)).suppressed).toBeNull();
    const address = person.email.toUpperCase();
    await db.insert(suppressedAddresses).values({ address, reason: "bounced", suppressedAt: clock.now() });
    expect((await getMessageState(db, person.id)).suppressed).toBe("bounced");
  });
});
