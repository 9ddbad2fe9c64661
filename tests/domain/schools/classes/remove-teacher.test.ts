import { expect, it } from "vitest";
import { assignTeacher } from "#app/domain/schools/classes/assign-teacher.server.ts";
import { removeTeacher } from "#app/domain/schools/classes/remove-teacher.server.ts";
import { teachersStory } from "./teachers-story.ts";

const { now } = teachersStory();
const NOT_FOUND = { ok: false, error: { code: "not_found" } };

it("a class is taken away from a teacher by its school alone, and nothing of it is read any more", async () => {
  const { head, office, colleague, headElsewhere, input, follows } = now();
  await assignTeacher(await head(), input);
  for (const ctx of [await colleague(), await headElsewhere()])
    expect(await removeTeacher(ctx, input)).toEqual(NOT_FOUND);
  expect(await follows()).toBe(true);
  expect(await removeTeacher(await office(), input)).toEqual({ ok: true });
  expect(await follows()).toBe(false);
  expect(await removeTeacher(await office(), input)).toEqual(NOT_FOUND);
});
