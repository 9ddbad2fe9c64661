import { expect, it } from "vitest";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import {
  getFollowedClass,
  listFollowedClasses,
  listOwnSchools,
} from "#app/domain/follow-up/follow-up.queries.server.ts";
import { classGroups } from "#db/schema/index.ts";
import { agreementStory } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";

const database = testDatabase();

it("shows one class to those who follow it, and to nobody else", async () => {
  const { make, clock, teacher, head, school, classGroup, pupil } = await agreementStory(database.db);
  const other = await make.classGroup(school.uai, "2de A");
  const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
  const now = clock.now();
  const campaign = await getCurrentCampaign(database.db, now);
  if (!campaign) throw new Error("No campaign");
  const read = async (personId: string, classGroupId = classGroup.id) =>
    getFollowedClass(database.db, (await make.as(personId)).actor, { classGroupId, campaign, now });
  expect(await read(teacher.id)).toMatchObject({ name: "2de B", pupils: [{ id: pupil.id }] });
  expect(await read(head.id, other.id)).toMatchObject({ name: "2de A", pupils: [] });
  expect(await read(teacher.id, other.id)).toBeNull();
  expect(await read(elsewhere.id)).toBeNull();
});

it("counts the pupils of each class beside those that the school expects", async () => {
  const { make, head, classGroup } = await agreementStory(database.db);
  await database.db.update(classGroups).set({ headCount: 28 });
  const { actor } = await make.as(head.id);
  expect(await listFollowedClasses(database.db, actor, "2026-2027")).toEqual([
    { id: classGroup.id, name: "2de B", expected: 28, pupils: 1, activated: 0 },
  ]);
  expect(await listFollowedClasses(database.db, actor, "2025-2026")).toEqual([]);
  expect(await listOwnSchools(database.db, actor)).toEqual(["Lycée des Trois-Rivières"]);
});
