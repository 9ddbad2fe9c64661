import { expect, it } from "vitest";
import { settleContact } from "#app/domain/follow-up/log/settle-contact.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory, refused } from "./log-story.ts";

const database = testDatabase();

async function plannedStory() {
  const story = await logStory(database.db);
  valueOf(await story.contact(story.teacher.id, { state: "planned", onDay: "2027-03-04", atTime: "09:00" }));
  const [entry] = (await story.read(story.teacher.id)).entries;
  return { ...story, key: { pupilId: story.pupilId, entryId: entry?.id ?? "" } };
}

it("says in one tap that a planned exchange took place, once", async () => {
  const { make, teacher, read, key } = await plannedStory();
  const ctx = await make.as(teacher.id);
  valueOf(await settleContact(ctx, { ...key, state: "held" }));
  valueOf(await settleContact(ctx, { ...key, state: "missed" }));
  expect((await read(teacher.id)).entries).toMatchObject([{ contact: { state: "held" } }]);
});

it("is for who planned it", async () => {
  const { make, head, pupil, read, teacher, key } = await plannedStory();
  for (const { id } of [head, pupil])
    expect(await settleContact(await make.as(id), { ...key, state: "missed" })).toEqual(refused);
  expect((await read(teacher.id)).entries).toMatchObject([{ contact: { state: "planned" } }]);
});

it("finds nothing under the page of another pupil", async () => {
  const { make, school, classGroup, teacher, key } = await plannedStory();
  const other = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
  const guessed = { pupilId: other.id, entryId: key.entryId, state: "held" } as const;
  expect(await settleContact(await make.as(teacher.id), guessed)).toEqual(refused);
});
