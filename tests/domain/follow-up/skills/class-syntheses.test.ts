import { expect, it } from "vitest";
import { markSkills } from "#app/domain/follow-up/skills/mark-skills.server.ts";
import { getClassSyntheses, getSynthesis } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory } from "../stay-story.ts";

const database = testDatabase();

it("gives those who follow a class what was told of its stays, and nobody else that it exists", async () => {
  const stay = await stayStory(database.db);
  const { db, clock, agreementId, bySchool } = stay;
  const known = await getSynthesis(db, bySchool.reporter, agreementId);
  const classGroupId = known?.classGroupId ?? "";
  await markSkills({ db, clock, teller: bySchool.reporter }, { agreementId, grid: { asks: "seen" } });
  const read = async (personId: string, id = classGroupId) =>
    getClassSyntheses(db, (await stay.make.as(personId)).actor, id);
  for (const { id } of [stay.teacher, stay.head]) {
    const found = await read(id);
    expect(found?.classGroup).toMatchObject({ id: classGroupId });
    expect(found?.stays.map((one) => [one.agreementId, one.grids.teacher])).toEqual([
      [agreementId, { asks: "seen" }],
    ]);
  }
  expect(await read(stay.teacher.id, "inconnue")).toBeNull();
  expect(await getClassSyntheses(db, (await stay.stranger()).actor, classGroupId)).toBeNull();
  expect(await read(stay.pupil.id)).toBeNull();
});
