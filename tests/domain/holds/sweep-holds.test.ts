import { expect, it } from "vitest";
import { sweepHolds } from "#app/domain/holds/sweep-holds.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { holdsStory } from "./holds-story.ts";

const { database, now, other, hold, held, apply, broken } = holdsStory();

it("gives the seats that were kept back at the end of the second day, not before, and once", async () => {
  const { story } = now();
  const only = await other(0.2);
  valueOf(await hold(story.teacher.id));
  story.clock.set("2027-03-03T22:59:59Z");
  await sweepHolds({ db: database.db, clock: story.clock });
  expect(await held()).toHaveLength(1);
  story.clock.set("2027-03-03T23:00:00Z");
  await Promise.all([1, 2].map(() => sweepHolds({ db: database.openPool(2), clock: story.clock })));
  expect(await held()).toEqual([]);
  expect((await apply((await story.newPupil()).id, only.id)).ok).toBe(true);
  expect(await broken()).toBeNull();
});
