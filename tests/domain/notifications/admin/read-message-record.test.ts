import { expect, it } from "vitest";
import { readMessageRecord } from "#app/domain/notifications/admin/read-message-record.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { openingStory } from "#tests/domain/accounts/openings/opening-story.ts";
import { writeMessage } from "#tests/support/messages.ts";

const story = openingStory();

it("keeps that the course of a message was read, not to whom it went", async () => {
  const admin = await story.admin();
  const { id } = await writeMessage(story.db(), story.clock, { recipient: "karim.benali@example.org" });
  expect(await readMessageRecord(admin, { messageId: id })).toMatchObject({ recipient: "k…i@example.org" });
  for (const messageId of [newId(), "x", undefined])
    expect(await readMessageRecord(admin, { messageId })).toBeNull();
  const acts = await story.acts();
  expect(acts).toMatchObject([{ action: "message.read", subjectKind: "message", subjectId: id }]);
  expect(JSON.stringify(acts)).not.toContain("karim");
});
