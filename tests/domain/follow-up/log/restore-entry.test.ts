import { expect, it } from "vitest";
import { removeEntry } from "#app/domain/follow-up/log/remove-entry.server.ts";
import { restoreEntry } from "#app/domain/follow-up/log/restore-entry.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory, refused } from "./log-story.ts";

const database = testDatabase();

async function removedStory() {
  const story = await logStory(database.db);
  const ctx = await story.make.as(story.teacher.id);
  const key = { pupilId: story.pupilId, entryId: await story.written(story.teacher.id) };
  valueOf(await removeEntry(ctx, key));
  return { ...story, ctx, key };
}

it("puts back what was taken back by mistake", async () => {
  const { ctx, key, teacher, read } = await removedStory();
  expect((await read(teacher.id)).removed).toMatchObject([{ id: key.entryId, kind: "note" }]);
  valueOf(await restoreEntry(ctx, key));
  expect(await read(teacher.id)).toMatchObject({ entries: [{ id: key.entryId }], removed: [] });
});

it("comes too late after a while, and is not for a colleague", async () => {
  const { ctx, key, make, head, clock, teacher, read } = await removedStory();
  expect(await restoreEntry(await make.as(head.id), key)).toEqual(refused);
  clock.advanceDays(0.01);
  expect(await restoreEntry(ctx, key)).toEqual({ ok: false, error: { code: "too_late" } });
  expect(await read(teacher.id)).toEqual({ entries: [], removed: [] });
});
