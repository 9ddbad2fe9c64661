import { describe, expect, it } from "vitest";
import { enterFound } from "#app/domain/found/enter-found.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { foundStory } from "./found-story.ts";

const database = testDatabase();
const entered = { hostName: "Boulangerie", hostEmail: "accueil@boulangerie.example.org" };

describe("an internship found elsewhere", () => {
  it("is entered by the pupil or by whoever follows the class, and the host is asked once", async () => {
    const { enter, own, state, told } = await foundStory(database.db);
    const asked = async () => (await told()).filter((type) => type === "found.asked").length;
    const before = await asked();
    const foundId = await enter({ choice: 1 });
    await enter({ choice: 2 }, own);
    expect(await state(foundId)).toMatchObject({ row: { state: "awaiting_host" }, weeks: ["asked"] });
    expect((await asked()) - before).toBe(2);
  });

  it("shows on the board as a host that is awaited, without holding the weeks", async () => {
    const { enter, board, clock } = await foundStory(database.db);
    const since = clock.now();
    await enter();
    expect(await board()).toMatchObject({ awaiting: 1, awaitingSince: since, weeks: [], sent: 0 });
  });

  it("is entered by nobody of another school, nor for another pupil", async () => {
    const { stranger, make, school, classGroup, pupil, employer } = await foundStory(database.db);
    const classmate = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
    for (const by of [await stranger(), await make.as(classmate.id), await make.as(employer.id)])
      expect(await enterFound(by, { ...entered, choice: "both", pupilId: pupil.id })).toEqual({
        ok: false,
        error: { code: "not_found" },
      });
  });

  it("asks one host at a time for a week, even when two are entered at the same instant", async () => {
    const { teacherContext, own, pupil } = await foundStory(database.db);
    const input = { ...entered, choice: "both" as const, pupilId: pupil.id };
    const outcomes = await Promise.all([enterFound(teacherContext, input), enterFound(own, input)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, error: { code: "week_already_asked" } });
  });

  it("is not entered for a week that is settled already", async () => {
    const { teacherContext, place, pupil, offer } = await foundStory(database.db);
    await place(pupil.id, offer.id, 2);
    const asked = (choice: 1 | 2) => enterFound(teacherContext, { ...entered, choice, pupilId: pupil.id });
    expect(await asked(2)).toEqual({ ok: false, error: { code: "week_already_taken" } });
    expect(await asked(1)).toMatchObject({ ok: true });
  });
});
