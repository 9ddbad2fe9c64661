import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { answerEmailChange } from "#app/domain/accounts/email-change/answer-email-change.server.ts";
import { requestEmailChange } from "#app/domain/accounts/email-change/request-email-change.server.ts";
import { dispatchEvent } from "#app/domain/notifications/compose/dispatch-event.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { identities, messages, oneTimeLinks, outboxEvents, sessions } from "#db/schema/index.ts";
import { testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber } from "#tests/support/factories.ts";
import { emailChangeStory } from "./email-change-story.ts";

const database = testDatabase();

/** Which e-mail leaves for which address, once every event recorded is dispatched. */
async function mailed(...addresses: string[]) {
  const app = testApp(database, fakeClock());
  for (const { id } of await database.db.select({ id: outboxEvents.id }).from(outboxEvents))
    await dispatchEvent(app, id);
  const rows = await database.db.select().from(messages);
  return rows
    .filter(({ recipient }) => recipient !== null && addresses.includes(recipient))
    .map(({ recipient, template }) => [recipient, template]);
}

describe("another address asked for an account", () => {
  it("is told to both mailboxes, and changes nothing", async () => {
    const { ask, old, wished, address, change, audited, enter } = await emailChangeStory(database.db);
    expect(await ask()).toEqual({ ok: true });
    expect(await mailed(old, wished)).toEqual(
      expect.arrayContaining([
        [old, "email-change-old"],
        [wished, "email-change-new"],
      ]),
    );
    expect(await address()).toBe(old);
    expect(await change()).toMatchObject({ oldEmail: old, newEmail: wished, oldIsLost: false });
    expect(await audited("account.email_change_asked")).toBe(1);
    expect(await enter(old)).toMatchObject({ ok: true });
  });

  it("asks for the password, and for an address that is another one", async () => {
    const { ask, old } = await emailChangeStory(database.db);
    expect(await ask({ current: "un tout autre mot de passe" })).toMatchObject({
      error: { code: "wrong_password" },
    });
    expect(await ask({ email: old.toUpperCase() })).toMatchObject({ error: { code: "same_address" } });
  });

  it("answers the same for an address that somebody has, whose owner alone is told", async () => {
    const { ask, make, change } = await emailChangeStory(database.db);
    const other = (await make.person()).email ?? "";
    expect(await ask({ email: other })).toEqual({ ok: true });
    expect(await change()).toMatchObject({ newEmail: other });
    expect(await mailed(other)).toEqual([[other, "account-exists"]]);
  });

  it("takes the place of the one asked for before, whose links are worth nothing", async () => {
    const { ask, change, answerAtOld, linkTo, ctx, as } = await emailChangeStory(database.db);
    await ask();
    const before = await change();
    const stale = await linkTo("new");
    await ask({ email: `autre-${nextNumber()}@example.org` });
    expect((await change()).id).not.toBe(before.id);
    expect(await answerEmailChange(ctx, { linkId: stale, actor: as.actor })).toMatchObject({
      error: { code: "expired" },
    });
    expect(await answerAtOld()).toMatchObject({ ok: true, value: { isDone: false } });
  });

  it("of two asked for at the same instant, leaves one open", async () => {
    const { ask } = await emailChangeStory(database.db);
    expect(await Promise.all([ask(), ask()])).toEqual([{ ok: true }, { ok: true }]);
  });

  it("sends nothing to a mailbox that there is not, for someone who has no address", async () => {
    const clock = fakeClock();
    const make = factories(database.db, clock);
    const { id } = await make.person({ email: null });
    const token = await session(id, clock.now());
    const email = `premiere-${nextNumber()}@example.org`;
    const asked = { email, current: "", sessionId: token, oldIsLost: true };
    expect(await requestEmailChange(await make.as(id), asked)).toEqual({ ok: true });
    const links = await database.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.personId, id));
    expect(links).toMatchObject([{ purpose: "email_change_new", email }]);
  });

  it("is proved by a fresh session where there is no password, and by no older one", async () => {
    const clock = fakeClock();
    const make = factories(database.db, clock);
    const { id } = await make.person();
    await database.db
      .insert(identities)
      .values({ personId: id, issuer: "academie", subject: newId(), validFrom: clock.now() });
    const sessionId = await session(id, clock.now());
    const ask = async () =>
      requestEmailChange(await make.as(id), {
        email: `x-${nextNumber()}@example.org`,
        current: "",
        sessionId,
        oldIsLost: false,
      });
    clock.advanceDays(15 / 1440);
    expect(await ask()).toEqual({ ok: true });
    clock.advanceDays(1 / 1440);
    expect(await ask()).toMatchObject({ error: { code: "sign_in_again" } });
  });
});

async function session(personId: string, now: Date): Promise<string> {
  const id = newId();
  await database.db.insert(sessions).values({
    tokenHash: newId(),
    id,
    personId,
    createdAt: now,
    verifiedAt: now,
    expiresAt: new Date(now.getTime() + 86_400_000),
  });
  return id;
}
