import { expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { getFollowUp } from "#app/domain/guardians/follow-up.queries.server.ts";
import { schoolProfiles } from "#db/schema/index.ts";
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

it("gives the family the number and the mailbox that the school has given, before those of the directory", async () => {
  const { make, world, clock } = await lifeCycleStory(database.db);
  const guardian = await make.guardianOf(world.pupil.id);
  const reader = { id: guardian, pupilId: world.pupil.id, pupilFirstName: "", email: null, phone: null };
  const school = async () => (await getFollowUp(database.db, reader, clock.now()))?.school;
  expect(await school()).toMatchObject({ email: world.school.email });
  const own = { phone: "01 99 00 42 43", email: "vie-scolaire@example.org" };
  await database.db
    .insert(schoolProfiles)
    .values({ schoolUai: world.school.uai, phone: own.phone, email: own.email, updatedAt: clock.now() });
  expect(await school()).toMatchObject(own);
});
