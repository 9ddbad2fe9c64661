import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { getSession } from "#app/domain/accounts/accounts.queries.server.ts";
import { answerEmailChange } from "#app/domain/accounts/email-change/answer-email-change.server.ts";
import { insertLink } from "#app/domain/accounts/links/links.store.server.ts";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { requestLink } from "#app/domain/accounts/links/request-link.server.ts";
import { useLink as openLink } from "#app/domain/accounts/links/use-link.server.ts";
import { requestEmailChange } from "#app/domain/accounts/email-change/request-email-change.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { emailChanges, identities, oneTimeLinks, outboxEvents, sessions } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber } from "#tests/support/factories.ts";
import { dispatchRecorded, pairs } from "#tests/domain/notifications/compose/dispatched.ts";
import { emailChangeStory } from "./email-change-story.ts";

const database = testDatabase();

describe("a change of address", () => {
  it.each(["old", "new"] as const)(
    "is done by the second of both mailboxes, the %s one first",
    async (first) => {
      const story = await emailChangeStory(database.db);
      await story.ask();
      const atFirst = first === "old" ? await story.answerAtOld() : await story.answerAtNew();
      expect(atFirst).toEqual({ ok: true, value: { isDone: false, token: null } });
      expect(await story.address()).toBe(story.old);
      const last = first === "old" ? await story.answerAtNew() : await story.answerAtOld();
      expect(last).toMatchObject({ ok: true, value: { isDone: true } });
      expect(await story.address()).toBe(story.wished);
      expect(await story.enter(story.wished)).toMatchObject({ ok: true });
      expect(await story.enter(story.old)).toMatchObject({ error: { code: "invalid_credentials" } });
      expect(await story.audited("account.email_changed")).toBe(1);
      const told = await database.db
        .select({ payload: outboxEvents.payload })
        .from(outboxEvents)
        .where(eq(outboxEvents.type, "account.email_changed"));
      expect(told).toContainEqual({ payload: { changeId: (await story.change()).id } });
    },
  );

  it("is told to both mailboxes, once done", async () => {
    const { ask, answerAtOld, answerAtNew, change, old, wished } = await emailChangeStory(database.db);
    await ask();
    await answerAtOld();
    await answerAtNew();
    const { id: changeId } = await change();
    const { messages } = await dispatchRecorded(database, { type: "account.email_changed", changeId });
    expect(pairs(messages)).toEqual(
      [
        [old, "email-changed"],
        [wished, "email-changed"],
      ].sort(),
    );
    for (const { subject, text } of messages) {
      expect(subject).not.toContain(wished);
      expect(text).not.toContain(wished);
    }
  });

  it("ends every session, and gives a new one to the browser that ends it", async () => {
    const { ask, answerAtOld, answerAtNew, open, openSessions, ctx } = await emailChangeStory(database.db);
    const { token: elsewhere } = await open();
    await ask();
    await answerAtOld();
    expect(await openSessions()).toBe(1);
    const done = await answerAtNew();
    if (!done.ok || done.value.token === null) throw new Error("No session was given");
    expect(await getSession(ctx, elsewhere)).toBeNull();
    expect(await getSession(ctx, done.value.token)).not.toBeNull();
  });

  it("ends the links that the old mailbox was sent, invitations included", async () => {
    const { ask, answerAtNew, answerAtOld, ctx, old, person, clock } = await emailChangeStory(database.db);
    await requestLink(ctx, { email: old, purpose: "sign_in" });
    const invitation = { purpose: "admin_invitation", personId: null, email: old } as const;
    const invitedBy = await database.db.transaction((tx) => insertLink(tx, invitation, clock.now()));
    const [signInLink] = await database.db
      .select()
      .from(oneTimeLinks)
      .where(eq(oneTimeLinks.personId, person.id));
    await ask();
    await answerAtNew();
    await answerAtOld();
    for (const linkId of [signInLink?.id ?? "", invitedBy])
      expect(await openLink(ctx, { linkId })).toEqual({ ok: false, error: { code: "expired" } });
  });

  it("is not confirmed at the new mailbox by anyone but the owner, whoever reads it by mistake", async () => {
    const { ask, answerAtOld, answerAtNew, make, ctx, linkTo, address, old } = await emailChangeStory(
      database.db,
    );
    await ask();
    await answerAtOld();
    const stranger = await make.as((await make.person()).id);
    const refusal = { ok: false, error: { code: "no_account" } };
    expect(await answerAtNew(stranger.actor)).toEqual(refusal);
    const linkId = await linkTo("new");
    expect(await answerEmailChange(ctx, { linkId, actor: null })).toEqual(refusal);
    expect(await openLink(ctx, { linkId })).toEqual(refusal);
    expect(await address()).toBe(old);
  });

  it("stays undone when somebody has the address since, and tells no more than that", async () => {
    const { ask, answerAtOld, answerAtNew, make, wished, address, old } = await emailChangeStory(database.db);
    await ask();
    await answerAtNew();
    await make.person({ email: wished });
    expect(await answerAtOld()).toEqual({ ok: false, error: { code: "no_account" } });
    expect(await address()).toBe(old);
  });

  it("is done once, by two answers at the same instant, and each link serves once", async () => {
    const { ask, answerAtOld, answerAtNew, audited, wished, address } = await emailChangeStory(database.db);
    await ask();
    const answers = await Promise.all([answerAtOld(), answerAtNew(), answerAtOld()]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(await address()).toBe(wished);
    expect(await audited("account.email_changed")).toBe(1);
  });

  it("goes on by a link that was sent again, and by no link after eight days", async () => {
    const { ask, answerAtOld, answerAtNew, linkTo, ctx, clock, address, wished } = await emailChangeStory(
      database.db,
    );
    await ask();
    const before = await linkTo("old");
    expect(await renewLink(ctx, { linkId: before })).toEqual({ ok: true });
    expect(await linkTo("old")).not.toBe(before);
    expect(await answerAtOld()).toMatchObject({ ok: true });
    await answerAtNew();
    expect(await address()).toBe(wished);
    await ask({ email: `plus-tard-${nextNumber()}@example.org` });
    clock.advanceDays(8);
    expect(await answerAtOld()).toMatchObject({ error: { code: "expired" } });
    expect(await renewLink(ctx, { linkId: await linkTo("old") })).toMatchObject({
      error: { code: "not_found" },
    });
  });

  it("needs the new mailbox alone for a pupil who signs in with a card, whose name to sign in stays", async () => {
    const clock = fakeClock();
    const make = factories(database.db, clock);
    const { id } = await make.person({ email: null });
    const subject = `ines-${nextNumber()}`;
    const named = { personId: id, issuer: "academie", subject, validFrom: clock.now() };
    await database.db.insert(identities).values(named);
    const sessionId = newId();
    const times = { createdAt: clock.now(), verifiedAt: clock.now(), expiresAt: new Date("2028-01-01") };
    await database.db.insert(sessions).values({
      tokenHash: sessionId,
      id: sessionId,
      personId: id,
      createdAt: times.createdAt,
      verifiedAt: times.verifiedAt,
      expiresAt: times.expiresAt,
    });
    const email = `ines-${nextNumber()}@example.org`;
    const as = await make.as(id);
    await requestEmailChange(as, { email, current: "", sessionId, oldIsLost: false });
    const [change] = await database.db.select().from(emailChanges).where(eq(emailChanges.personId, id));
    const done = await answerEmailChange(
      { db: database.db, clock },
      { linkId: change?.newLinkId ?? "", actor: as.actor },
    );
    expect(done).toMatchObject({ ok: true, value: { isDone: true } });
    expect(await database.db.select().from(identities).where(eq(identities.personId, id))).toMatchObject([
      { subject },
    ]);
  });
});
