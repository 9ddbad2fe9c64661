import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { forgetRemovedEntries } from "#app/domain/personal-data/erasers/removed-entries.server.ts";
import { removeEntry } from "#app/domain/follow-up/log/remove-entry.server.ts";
import { pupilLogEntries } from "#db/schema/index.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { logStory } from "#tests/domain/follow-up/log/log-story.ts";

const database = testDatabase();

it("deletes what was taken back once it can be restored no more, and nothing else", async () => {
  const { make, teacher, pupilId, clock, written } = await logStory(database.db);
  const kept = await written(teacher.id);
  const entryId = await written(teacher.id, "Une erreur");
  valueOf(await removeEntry(await make.as(teacher.id), { pupilId, entryId }));
  const ids = async () =>
    (await database.db.select().from(pupilLogEntries).where(eq(pupilLogEntries.pupilId, pupilId))).map(
      ({ id }) => id,
    );
  await forgetRemovedEntries({ db: database.db, clock });
  expect(await ids()).toHaveLength(2);
  clock.advanceDays(0.01);
  await forgetRemovedEntries({ db: database.db, clock });
  expect(await ids()).toEqual([kept]);
});
