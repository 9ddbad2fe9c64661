import { beforeEach, expect, it } from "vitest";
import { assignTeacher } from "#app/domain/schools/classes/assign-teacher.server.ts";
import { listClassTeachers } from "#app/domain/schools/classes/class-teachers.queries.server.ts";
import { teachersStory } from "./teachers-story.ts";

const { now } = teachersStory();
let story: ReturnType<typeof now>;
beforeEach(() => {
  story = now();
});
const NOT_FOUND = { ok: false, error: { code: "not_found" } };

it("a class is entrusted to a teacher of its school, who follows its pupils from then on", async () => {
  const { head, office, input, schoolYear, follows } = story;
  expect(await follows()).toBe(false);
  expect(await assignTeacher(await head(), input)).toEqual({ ok: true });
  expect(await assignTeacher(await office(), input)).toEqual({ ok: true });
  expect(await follows()).toBe(true);
  const listed = await listClassTeachers(await office(), schoolYear);
  expect(listed.filter(({ personId }) => personId === input.personId)).toMatchObject([
    { classGroupId: input.classGroupId, role: "form_teacher" },
  ]);
});

it("neither by a teacher or another school, nor to someone who does not teach there", async () => {
  const { head, colleague, headElsewhere, stranger, input } = story;
  for (const ctx of [await colleague(), await headElsewhere()])
    expect(await assignTeacher(ctx, input)).toEqual(NOT_FOUND);
  for (const personId of [stranger.id, input.classGroupId])
    expect(await assignTeacher(await head(), { ...input, personId })).toEqual(NOT_FOUND);
});
