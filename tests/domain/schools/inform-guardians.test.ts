import { beforeAll, describe, expect, it } from "vitest";
import { informGuardians } from "#app/domain/schools/inform-guardians.server.ts";
import { listSchoolSettings } from "#app/domain/schools/schools.queries.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";

const database = testDatabase();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
beforeAll(async () => {
  make = factories(database.db, fakeClock());
  world = await make.world();
});

const settingsFor = async (personId: string) =>
  listSchoolSettings(database.db, (await make.as(personId)).actor);
const decide = async (personId: string, informed: boolean) =>
  informGuardians(await make.as(personId), { uai: world.school.uai, informed });

describe("telling families of each application", () => {
  it("is decided by the head and by the office, each seeing what the other decided", async () => {
    const office = await make.staff("schoolOffice", world.school.uai);
    expect(await decide(world.head.id, true)).toEqual({ ok: true });
    expect(await settingsFor(office.id)).toEqual([
      { uai: world.school.uai, name: world.school.name, informsGuardians: true },
    ]);
    expect(await decide(office.id, false)).toEqual({ ok: true });
    expect(await settingsFor(world.head.id)).toMatchObject([{ informsGuardians: false }]);
  });

  it("is not for teachers, pupils, employers, nor for the head of another school", async () => {
    const elsewhere = await make.staff("schoolHead", (await make.school()).uai);
    for (const personId of [world.teacher.id, world.pupil.id, world.employer.id, elsewhere.id]) {
      expect(await decide(personId, true)).toEqual({ ok: false, error: { code: "not_found" } });
      expect((await settingsFor(personId)).map(({ uai }) => uai)).not.toContain(world.school.uai);
    }
    expect(await settingsFor(world.head.id)).toMatchObject([{ informsGuardians: false }]);
  });
});
