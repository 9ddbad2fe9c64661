import { expect, it } from "vitest";
import { refuseEmailChange } from "#app/domain/accounts/email-change/refuse-email-change.server.ts";
import { renewLink } from "#app/domain/accounts/links/renew-link.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { emailChangeStory } from "./email-change-story.ts";

const database = testDatabase();

it("stops the change and ends every session, by the link of the old mailbox", async () => {
  const story = await emailChangeStory(database.db);
  await story.open();
  await story.ask();
  await story.answerAtNew();
  expect(await refuseEmailChange(story.ctx, { linkId: await story.linkTo("old") })).toEqual({ ok: true });
  expect(await story.openSessions()).toBe(0);
  expect(await story.answerAtOld()).toMatchObject({ error: { code: "used" } });
  expect(await renewLink(story.ctx, { linkId: await story.linkTo("new") })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await story.address()).toBe(story.old);
  expect(await story.audited("account.email_change_stopped")).toBe(1);
});

it("is not for the new mailbox, whose reader could sign people out", async () => {
  const story = await emailChangeStory(database.db);
  await story.open();
  await story.ask();
  expect(await refuseEmailChange(story.ctx, { linkId: await story.linkTo("new") })).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await story.openSessions()).toBe(1);
});

it("comes too late for a change that is done", async () => {
  const story = await emailChangeStory(database.db);
  await story.ask();
  await story.answerAtNew();
  await story.answerAtOld();
  expect(await refuseEmailChange(story.ctx, { linkId: await story.linkTo("old") })).toMatchObject({
    error: { code: "used" },
  });
});
