import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { changeHeadCount } from "#app/domain/schools/classes/change-head-count.server.ts";
import { classGroups } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("the head-count of a class is corrected by the school's head or office alone", async () => {
  const make = factories(database.db, fakeClock());
  const world = await make.world();
  const input = { classGroupId: world.classGroup.id, headCount: 31 };
  const kept = async () =>
    (await database.db.select().from(classGroups).where(eq(classGroups.id, input.classGroupId)))[0]
      ?.headCount;
  const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
  for (const { id } of [world.teacher, elsewhere])
    expect(await changeHeadCount(await make.as(id), input)).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  expect(await kept()).toBeNull();
  const office = await make.staff("schoolOffice", world.school.uai);
  expect(await changeHeadCount(await make.as(office.id), input)).toEqual({ ok: true });
  expect(await kept()).toBe(31);
});
