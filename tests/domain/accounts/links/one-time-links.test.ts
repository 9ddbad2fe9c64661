import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { forgetExpiredAccess } from "#app/domain/accounts/forget-expired-access.server.ts";
import { finishLink } from "#app/domain/accounts/links/finish-link.server.ts";
import { inviteAdministrator } from "#app/domain/accounts/links/invite-administrator.server.ts";
import { getLinkPage } from "#app/domain/accounts/links/links.queries.server.ts";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { signIn } from "#app/domain/accounts/sign-in.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { messages, oneTimeLinks, outboxEvents } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
const MINUTE = 1 / 1440;
const password = "un mot de passe assez long";
const chosen = "trois girafes dansent";

let app: AppContext;
let make: Factories;
beforeAll(() => {
  app = testApp(database, clock);
  make = factories(database.db, clock);
});

const newest = async () => {
  const rows = await database.db.select().from(oneTimeLinks).orderBy(oneTimeLinks.id);
  const link = rows.at(-1);
  if (!link) throw new Error("No link");
  return link;
};

async function asked(purpose: "sign_in" | "password_reset") {
  const person = await make.person({}, { password });
  const email = person.email ?? "";
  await requestLink(app, { email, purpose });
  return { person, email, linkId: (await newest()).id };
}

/** What leaves for mailboxes because of the last event. */
async function mailed() {
  const [event] = await database.db
    .select()
    .from(outboxEvents)
    .orderBy(outboxEvents.id)
    .then((rows) => rows.slice(-1));
  if (!event) throw new Error("No event");
  await dispatchEvent(app, event.id);
  return database.db.select().from(messages).where(eq(messages.eventId, event.id));
}

describe("a link to sign in", () => {
  it("opens one session for two presses at the same instant, and says afterwards that it has served", async () => {
    const { linkId } = await asked("sign_in");
    const outcomes = await Promise.all([openLink(app, { linkId }), openLink(app, { linkId })]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openLink(app, { linkId })).toEqual({ ok: false, error: { code: "used" } });
  });

  it("is not consumed by twenty readings", async () => {
    const { linkId, person } = await asked("sign_in");
    for (let reading = 0; reading < 20; reading += 1)
      expect(await getLinkPage(app, linkId)).toMatchObject({ state: "open", minutesLeft: 15 });
    const outcome = await openLink(app, { linkId });
    expect(outcome).toMatchObject({
      ok: true,
      value: { next: "signed_in", session: { personId: person.id } },
    });
  });

  it("asks a head for the second factor all the same", async () => {
    const { linkId, person } = await asked("sign_in");
    await make.affiliate(person.id, "admin");
    const outcome = await openLink(app, { linkId });
    if (!outcome.ok || outcome.value.next !== "signed_in") throw new Error("Refused");
    expect(outcome.value.session.secondFactorNeeded).toBe(true);
    expect((await getSession(app, outcome.value.session.token))?.actor).toBeNull();
  });

  it("is worth nothing after a quarter of an hour, and one press sends another to the same person", async () => {
    const { linkId, person } = await asked("sign_in");
    clock.advanceDays(15 * MINUTE);
    expect(await openLink(app, { linkId })).toEqual({ ok: false, error: { code: "expired" } });
    expect(await renewLink(app, { linkId })).toEqual({ ok: true, value: undefined });
    const renewed = await newest();
    expect(renewed).toMatchObject({ personId: person.id, purpose: "sign_in", usedAt: null });
    expect((await openLink(app, { linkId: renewed.id })).ok).toBe(true);
  });

  it("does not exist by an identifier of one's own", async () => {
    expect(await openLink(app, { linkId: newId() })).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await renewLink(app, { linkId: newId() })).toEqual({ ok: false, error: { code: "not_found" } });
  });
});

describe("an address that has no account", () => {
  it("costs the same rows as one that has, and no message leaves", async () => {
    await requestLink(app, { email: "personne@example.org", purpose: "password_reset" });
    const link = await newest();
    expect(link).toMatchObject({ personId: null, email: null });
    expect(await mailed()).toEqual([]);
    expect(await openLink(app, { linkId: link.id })).toMatchObject({ ok: true });
    const outcome = await finishLink(app, { linkId: link.id, password: chosen, name: null });
    expect(outcome).toEqual({ ok: false, error: { code: "no_account" } });
  });
});

describe("a forgotten password", () => {
  it("is replaced by the one chosen; other sessions and links end, and the mailbox is told", async () => {
    const { linkId, email, person } = await asked("password_reset");
    const elsewhere = await signIn(app, { email, password });
    if (!elsewhere.ok) throw new Error("Refused");
    await requestLink(app, { email, purpose: "sign_in" });
    const other = (await newest()).id;
    await openLink(app, { linkId });
    const outcome = await finishLink(app, { linkId, password: chosen, name: null });
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect((await getSession(app, outcome.value.token))?.actor?.personId).toBe(person.id);
    expect(await getSession(app, elsewhere.value.token)).toBeNull();
    expect(await openLink(app, { linkId: other })).toEqual({ ok: false, error: { code: "expired" } });
    expect((await signIn(app, { email, password })).ok).toBe(false);
    expect((await signIn(app, { email, password: chosen })).ok).toBe(true);
    expect(await mailed()).toMatchObject([{ template: "password-changed", recipient: email }]);
  });

  it("cannot be chosen before the link is used, twice, nor half an hour later", async () => {
    const { linkId } = await asked("password_reset");
    const choose = () => finishLink(app, { linkId, password: chosen, name: null });
    const over = { ok: false, error: { code: "over" } };
    expect(await choose()).toEqual(over);
    await openLink(app, { linkId });
    expect((await Promise.all([choose(), choose()])).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await choose()).toEqual(over);
    const late = await asked("password_reset");
    await openLink(app, late);
    clock.advanceDays(30 * MINUTE);
    expect(await finishLink(app, { linkId: late.linkId, password: chosen, name: null })).toEqual(over);
  });

  it.each([
    ["court", "short"],
    ["motdepasse123", "common"],
    ["aaaaaaaaaaaaaaa", "guessable"],
  ])("is not replaced by %s", async (weak, reason) => {
    const { linkId } = await asked("password_reset");
    await openLink(app, { linkId });
    const outcome = await finishLink(app, { linkId, password: weak, name: null });
    expect(outcome).toEqual({ ok: false, error: { code: "weak_password", reason } });
    expect((await finishLink(app, { linkId, password: chosen, name: null })).ok).toBe(true);
  });
});

describe("the invitation of an administrator", () => {
  const name = { firstName: "Yasmine", lastName: "Adjani" };

  it("makes an account and its right, open to nothing before a second factor", async () => {
    const linkId = await inviteAdministrator(app, { email: "yasmine@example.org" });
    expect(await mailed()).toMatchObject([
      { template: "admin-invitation", recipient: "yasmine@example.org" },
    ]);
    expect(await openLink(app, { linkId })).toEqual({ ok: true, value: { next: "choose_password" } });
    const outcome = await finishLink(app, { linkId, password: chosen, name });
    expect(outcome).toMatchObject({ ok: true, value: { roles: ["admin"], secondFactorNeeded: true } });
  });

  it("adds the right to an account that exists, and leaves its password alone", async () => {
    const person = await make.person({}, { password });
    const email = person.email ?? "";
    const linkId = await inviteAdministrator(app, { email: email.toUpperCase() });
    expect(await openLink(app, { linkId })).toEqual({ ok: true, value: { next: "sign_in" } });
    expect(await signIn(app, { email, password })).toMatchObject({ ok: true, value: { roles: ["admin"] } });
  });

  it("makes one account of two that are finished at the same instant", async () => {
    const links = [
      await inviteAdministrator(app, { email: "double@example.org" }),
      await inviteAdministrator(app, { email: "double@example.org" }),
    ];
    for (const linkId of links) await openLink(app, { linkId });
    const outcomes = await Promise.all(
      links.map((linkId) => finishLink(app, { linkId, password: chosen, name })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

it("forgets links a week after their end", async () => {
  const { linkId } = await asked("sign_in");
  clock.advanceDays(7);
  await forgetExpiredAccess(app);
  expect(await getLinkPage(app, linkId)).not.toBeNull();
  clock.advanceDays(1);
  await forgetExpiredAccess(app);
  expect(await getLinkPage(app, linkId)).toBeNull();
});
