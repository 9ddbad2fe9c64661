import { describe, expect, it } from "vitest";
import { finishEmailChanges } from "#app/domain/accounts/email-change/finish-email-changes.server.ts";
import { refuseEmailChange } from "#app/domain/accounts/email-change/refuse-email-change.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { emailChangeStory } from "./email-change-story.ts";

const database = testDatabase();

describe("a change of address whose owner reads the old mailbox no more", () => {
  it("is done a week after the notice sent there, once the new mailbox has answered", async () => {
    const story = await emailChangeStory(database.db);
    await story.ask({ oldIsLost: true });
    await story.answerAtNew();
    story.clock.advanceDays(6.9);
    await finishEmailChanges(story.ctx);
    expect(await story.address()).toBe(story.old);
    story.clock.advanceDays(0.1);
    await finishEmailChanges(story.ctx);
    expect(await story.address()).toBe(story.wished);
    expect(await story.enter(story.wished)).toMatchObject({ ok: true });
    expect(await story.audited("account.email_changed")).toBe(1);
  });

  it("is done at the new mailbox when it answers last", async () => {
    const story = await emailChangeStory(database.db);
    await story.ask({ oldIsLost: true });
    story.clock.advanceDays(7.5);
    await finishEmailChanges(story.ctx);
    expect(await story.address()).toBe(story.old);
    expect(await story.answerAtNew()).toMatchObject({ ok: true, value: { isDone: true } });
  });

  it("is stopped by a refusal until the end", async () => {
    const story = await emailChangeStory(database.db);
    await story.ask({ oldIsLost: true });
    await story.answerAtNew();
    story.clock.advanceDays(6.99);
    expect(await refuseEmailChange(story.ctx, { linkId: await story.linkTo("old") })).toEqual({ ok: true });
    story.clock.advanceDays(0.5);
    await finishEmailChanges(story.ctx);
    expect(await story.address()).toBe(story.old);
  });

  it("is stopped when somebody has the address since, and holds up no other", async () => {
    const [first, second] = [await emailChangeStory(database.db), await emailChangeStory(database.db)];
    for (const story of [first, second]) {
      await story.ask({ oldIsLost: true });
      await story.answerAtNew();
      story.clock.advanceDays(7);
    }
    await first.make.person({ email: first.wished });
    await finishEmailChanges(first.ctx);
    expect(await first.address()).toBe(first.old);
    expect((await first.change()).stoppedAt).toEqual(first.clock.now());
    expect(await second.address()).toBe(second.wished);
  });

  it("is never done by silence alone when the owner did not say so", async () => {
    const story = await emailChangeStory(database.db);
    await story.ask();
    await story.answerAtNew();
    story.clock.advanceDays(7.5);
    await finishEmailChanges(story.ctx);
    expect(await story.address()).toBe(story.old);
  });
});
