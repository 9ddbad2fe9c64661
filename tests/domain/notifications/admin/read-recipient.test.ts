import { expect, it } from "vitest";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { readRecipient } from "#app/domain/notifications/admin/read-recipient.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { openingStory, WHY } from "#tests/domain/accounts/openings/opening-story.ts";
import { writeMessage } from "#tests/support/messages.ts";

const story = openingStory();

it("keeps that all the messages of a person were read, by who has said why", async () => {
  const [admin, { id: personId, email }] = [await story.admin(), await story.person()];
  const { id: messageId } = await writeMessage(story.db(), story.clock, { personId, recipient: email });
  expect(await readRecipient(admin, { messageId })).toEqual({
    ok: false,
    error: { code: "closed", personId },
  });
  expect(await story.acts()).toEqual([]);
  await openAccount(admin, { personId, ...WHY });
  expect(await readRecipient(admin, { messageId })).toEqual({ ok: true });
  const family = await writeMessage(story.db(), story.clock, { recipient: "parent@example.org" });
  expect(await readRecipient(admin, { messageId: family.id })).toEqual({ ok: true });
  expect(await readRecipient(admin, { messageId: newId() })).toEqual({ ok: true });
  const read = (await story.acts()).filter(({ action }) => action === "messages.recipient_read");
  expect(read.map(({ subjectKind, subjectId }) => [subjectKind, subjectId])).toEqual([
    ["person", personId],
    ["message", family.id],
  ]);
});
