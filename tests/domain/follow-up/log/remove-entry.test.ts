import { expect, it } from "vitest";
import { removeEntry } from "#app/domain/follow-up/log/remove-entry.server.ts";
import { readOwnData } from "#app/domain/personal-data/own-data.queries.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory, refused } from "./log-story.ts";

const database = testDatabase();

it("takes back what one wrote: nobody reads it, and it leaves the pupil's archive", async () => {
  const { make, teacher, head, pupil, pupilId, read, written } = await logStory(database.db);
  const entryId = await written(teacher.id);
  const mine = (await make.as(pupil.id)).actor;
  expect((await readOwnData(database.db, mine)).teamLog).toMatchObject([
    { text: "Préfère un appel le matin." },
  ]);
  const ctx = await make.as(teacher.id);
  valueOf(await removeEntry(ctx, { pupilId, entryId }));
  valueOf(await removeEntry(ctx, { pupilId, entryId }));
  expect(await read(head.id)).toEqual({ entries: [], removed: [] });
  expect((await readOwnData(database.db, mine)).teamLog).toEqual([]);
});

it("leaves what a colleague wrote", async () => {
  const { make, teacher, head, pupilId, read, written } = await logStory(database.db);
  const entryId = await written(teacher.id);
  expect(await removeEntry(await make.as(head.id), { pupilId, entryId })).toEqual(refused);
  expect((await read(head.id)).entries).toHaveLength(1);
});
