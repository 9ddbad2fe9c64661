import { beforeAll, describe, expect, it } from "vitest";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { listFollowedClasses } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { createClass } from "#app/domain/schools/classes/create-class.server.ts";
import { listSchoolClasses } from "#app/domain/schools/classes/school-classes.queries.server.ts";
import { createClassSchema } from "#app/domain/schools/classes/school-classes.schema.ts";
import { createElement } from "react";
import { headCountText } from "#app/ui/messages/school-classes.ts";
import { SchoolClassesPage } from "#app/ui/school/classes/school-classes-page.tsx";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { html } from "#tests/ui/render.tsx";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

const schoolYear = "2026-2027";

describe("a class of the school", () => {
  it("is opened by the head with its head-count, which the board tells before it has pupils", async () => {
    const head = await make.as(world.head.id);
    const input = { uai: world.school.uai, name: "2de 7", headCount: 28 };
    const created = await createClass(head, input);
    expect(created.ok).toBe(true);
    const boards = await listFollowedClasses(database.db, head.actor, schoolYear);
    const board = boards.find(({ name }) => name === "2de 7");
    expect(board && headCountText(board)).toBe("28 élèves attendus, 0 compte activé");
    expect(await createClass(head, input)).toEqual({ ok: false, error: { code: "name_taken" } });
  });

  it("is opened by nobody but the head and the office of that school", async () => {
    const teacher = await make.as(world.teacher.id);
    const elsewhere = await make.as((await make.staff("schoolHead", (await make.school()).uai)).id);
    for (const who of [teacher, elsewhere]) {
      const outcome = await createClass(who, { uai: world.school.uai, name: "2de 9", headCount: 30 });
      expect(outcome).toEqual({ ok: false, error: { code: "not_found" } });
    }
  });

  it("waits for a campaign", async () => {
    const later = fakeClock("2029-01-01T09:00:00Z");
    const { actor } = await make.as(world.head.id);
    expect(await getCurrentCampaign(database.db, later.now())).toBeNull();
    expect(
      await createClass(
        { db: database.db, clock: later, actor },
        { uai: world.school.uai, name: "2de 8", headCount: 3 },
      ),
    ).toEqual({ ok: false, error: { code: "no_campaign" } });
  });

  it("is listed with those entered and those who have an account, where one is head or office", async () => {
    const { actor } = await make.as(world.head.id);
    const [school] = await listSchoolClasses(database.db, actor, schoolYear);
    const found = school?.classes.find(({ id }) => id === world.classGroup.id);
    expect(found).toEqual({
      id: world.classGroup.id,
      name: "2de B",
      headCount: null,
      pupils: 1,
      activated: 0,
    });
    expect(await listSchoolClasses(database.db, (await make.as(world.teacher.id)).actor, schoolYear)).toEqual(
      [],
    );
  });

  it("keeps what was typed beside what to correct", () => {
    const refusal = {
      errors: { headCount: ["Indiquez un nombre d’élèves, de 1 à 60."] },
      values: { uai: "0350001A", name: "2de 4", headCount: "cent" },
    };
    const schools = [{ uai: "0350001A", name: "Lycée", classes: [] }];
    const nobody = { assigned: [], teachers: [] };
    const page = html(
      createElement(SchoolClassesPage, { schoolYear, schools, ...nobody, done: null, refusal }),
    );
    expect(page).toContain('value="cent"');
    expect(page).toContain('href="#headCount"');
    expect(page).toContain('id="headCount"');
  });

  it.each([
    ["0", false],
    ["61", false],
    ["28,5", false],
    ["", false],
    ["1", true],
    ["60", true],
  ])("has a head-count that a room holds: %j", (headCount, fits) => {
    expect(createClassSchema.safeParse({ uai: "0350001A", name: "2de 4", headCount }).success).toBe(fits);
  });
});
