import { expect, it } from "vitest";
import { removeHostNote } from "#app/domain/host-memory/remove-host-note.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { memoryStory } from "./memory-story.ts";

const database = testDatabase();

it("says no more of a note that is not there than of another's", async () => {
  const { teacherContext } = await memoryStory(database.db);
  expect(await removeHostNote(teacherContext, { noteId: newId() })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
});
