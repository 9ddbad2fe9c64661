import { expect, it } from "vitest";
import { cancelEmailChange } from "#app/domain/accounts/email-change/cancel-email-change.server.ts";
import { getOwnEmail } from "#app/domain/accounts/email-change/email-change.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { emailChangeStory } from "./email-change-story.ts";

const database = testDatabase();

it("takes back one's own change, whose links open nothing any more", async () => {
  const story = await emailChangeStory(database.db);
  await story.ask();
  expect(await getOwnEmail(story.as)).toEqual({
    email: story.old,
    change: { newEmail: story.wished, newIsProven: false, oldIsProven: false, silentFrom: null },
  });
  expect(await cancelEmailChange(story.as)).toEqual({ ok: true });
  expect(await getOwnEmail(story.as)).toEqual({ email: story.old, change: null });
  expect(await story.answerAtOld()).toMatchObject({ error: { code: "expired" } });
  expect(await story.answerAtNew()).toMatchObject({ error: { code: "expired" } });
  expect(await cancelEmailChange(story.as)).toMatchObject({ error: { code: "not_found" } });
});

it("leaves another person's change alone", async () => {
  const story = await emailChangeStory(database.db);
  await story.ask();
  const other = await story.make.as((await story.make.person()).id);
  expect(await cancelEmailChange(other)).toMatchObject({ error: { code: "not_found" } });
  expect(await story.answerAtOld()).toMatchObject({ ok: true });
});
