import { expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { getFollowUp } from "#app/domain/guardians/follow-up.queries.server.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

it("lists confirmed stays in the order in which they are lived, not the last confirmed first", async () => {
  const story = await lifeCycleStory(database.db, [3, 3]);
  await story.make.agreementText();
  const stay = async (week: 1 | 2) => {
    const applicationId = await story.accepted((await story.world.newOffer()).id, week);
    valueOf(await confirmPlacement(story.pupil, { applicationId }));
    story.clock.advanceDays(1);
    return applicationId;
  };
  const first = await stay(1);
  const second = await stay(2);
  const guardian = await story.make.guardianOf(story.world.pupil.id);
  const reader = {
    id: guardian,
    pupilId: story.world.pupil.id,
    pupilFirstName: "",
    email: null,
    phone: null,
  };
  const followed = await getFollowUp(database.db, reader, story.clock.now());
  expect(followed?.applications.map(({ id }) => id)).toEqual([first, second]);
});
