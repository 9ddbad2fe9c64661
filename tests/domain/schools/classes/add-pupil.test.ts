import { beforeAll, describe, expect, it } from "vitest";
import { addPupil } from "#app/domain/schools/classes/add-pupil.server.ts";
import { addPupilSchema } from "#app/domain/schools/classes/school-classes.schema.ts";
import { boardOf } from "#tests/domain/follow-up/board/board-of.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

const pupil = (firstName: string, classGroupId = world.classGroup.id) => ({
  classGroupId,
  firstName,
  lastName: "Le Goff",
  birthDate: "2011-10-02",
});

describe("a pupil entered by hand", () => {
  it("sits in the class, is of the school, and has no account yet", async () => {
    const added = await addPupil(await make.as(world.head.id), pupil("Élise"));
    if (!added.ok) throw new Error(added.error.code);
    const { lines } = await boardOf(await make.as(world.teacher.id));
    expect(lines).toContainEqual(
      expect.objectContaining({ id: added.value.personId, firstName: "Élise", activated: false }),
    );
    expect((await make.as(added.value.personId)).actor.affiliations).toMatchObject([
      { role: "pupil", schoolUai: world.school.uai },
    ]);
  });

  it("is entered once in the school, however often and wherever it is sent", async () => {
    const head = await make.as(world.head.id, database.openPool(2));
    const both = await Promise.all([addPupil(head, pupil("Naïm")), addPupil(head, pupil("Naïm"))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const other = await make.classGroup(world.school.uai, "2de A");
    expect(await addPupil(head, pupil("NAIM", other.id))).toEqual({
      ok: false,
      error: { code: "already_there" },
    });
    const twin = { ...pupil("Naïm"), birthDate: "2011-10-03" };
    expect((await addPupil(head, twin)).ok).toBe(true);
  });

  it("is entered by nobody but the head and the office of that school", async () => {
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    for (const { id } of [world.teacher, elsewhere])
      expect(await addPupil(await make.as(id), pupil("Zoé"))).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });

  it.each([
    ["2011-10-02", "2011-10-02"],
    ["2/10/2011", "2011-10-02"],
    ["02-10-2011", "2011-10-02"],
    ["31/02/2011", null],
    ["2021-10-02", null],
    ["1911-10-02", null],
    ["hier", null],
    ["", null],
  ])("has a birth date, however it is typed: %j", (birthDate, read) => {
    const typed = addPupilSchema(clock.now()).safeParse({ firstName: "A", lastName: "B", birthDate });
    expect(typed.success ? typed.data.birthDate : null).toBe(read);
  });
});
