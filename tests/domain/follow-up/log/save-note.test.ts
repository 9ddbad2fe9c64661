import { expect, it } from "vitest";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory, refused } from "./log-story.ts";

const database = testDatabase();

it("shares a note with all who follow the pupil", async () => {
  const { teacher, head, note, read } = await logStory(database.db);
  valueOf(await note(teacher.id, "Le transport est difficile avant 8 h."));
  expect((await read(head.id)).entries).toMatchObject([
    { contact: null, text: "Le transport est difficile avant 8 h.", isMine: false, changedAt: null },
  ]);
});

it("is written again by who wrote it, and by nobody else", async () => {
  const { teacher, head, note, read, written } = await logStory(database.db);
  const entryId = await written(teacher.id);
  expect(await note(head.id, "Autre chose", entryId)).toEqual(refused);
  valueOf(await note(teacher.id, "Préfère un appel le soir.", entryId));
  expect((await read(teacher.id)).entries).toMatchObject([{ text: "Préfère un appel le soir." }]);
});

it("never makes a note of an exchange", async () => {
  const { teacher, contact, note, read } = await logStory(database.db);
  valueOf(await contact(teacher.id));
  const [entry] = (await read(teacher.id)).entries;
  expect(await note(teacher.id, "Autre chose", entry?.id)).toEqual(refused);
});

it("is not for the pupil, nor for another school", async () => {
  const { make, pupil, note } = await logStory(database.db);
  const elsewhere = await make.staff("schoolOffice", (await make.school()).uai);
  for (const { id } of [pupil, elsewhere]) expect(await note(id, "Une note")).toEqual(refused);
});
