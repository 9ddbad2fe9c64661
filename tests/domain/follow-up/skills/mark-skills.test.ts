import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { markSkills } from "#app/domain/follow-up/skills/mark-skills.server.ts";
import { getSupervisorGrid, getSynthesis } from "#app/domain/follow-up/skills/skills.queries.server.ts";
import { agreements } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory, type StayStory } from "../stay-story.ts";

const database = testDatabase();
let stay: StayStory;
beforeEach(async () => {
  stay = await stayStory(database.db);
});

type Teller = Parameters<typeof markSkills>[0]["teller"];
type Grid = Parameters<typeof markSkills>[1]["grid"];
const mark = (teller: Teller, grid: Grid) =>
  markSkills({ db: stay.db, clock: stay.clock, teller }, { agreementId: stay.agreementId, grid });

async function byPupil(personId: string) {
  return { side: "pupil" as const, actor: (await stay.make.as(personId)).actor };
}

describe("a skills grid", () => {
  it("has a side for the pupil, the supervisor and the school, none of which changes another", async () => {
    const pupil = await byPupil(stay.pupil.id);
    await mark(pupil, { asks: "seen" });
    await mark(stay.byHost().reporter, { watches: "seen" });
    await mark(stay.bySchool.reporter, { asks: "begun" });
    expect((await getSynthesis(stay.db, pupil, stay.agreementId))?.grids).toEqual({
      pupil: { asks: "seen" },
      supervisor: { watches: "seen" },
      teacher: { asks: "begun" },
    });
    expect(await getSupervisorGrid(stay.db, stay.agreementId)).toEqual({ watches: "seen" });
  });

  it("takes the new word of a line told again, and leaves the others", async () => {
    const teller = stay.bySchool.reporter;
    await mark(teller, { asks: "seen" });
    await mark(teller, { watches: "begun" });
    await mark(teller, { asks: "no_occasion" });
    const found = await getSynthesis(stay.db, teller, stay.agreementId);
    expect(found?.grids.teacher).toEqual({ asks: "no_occasion", watches: "begun" });
  });

  it("opens on the first day and closes a month after the last", async () => {
    const markNow = () => mark(stay.byHost().reporter, { asks: "seen" });
    stay.clock.set("2027-06-16T08:00:00Z");
    expect(await markNow()).toEqual({ ok: false, error: { code: "too_early", opensOn: "2027-06-17" } });
    stay.clock.set("2027-07-28T08:00:00Z");
    expect(await markNow()).toEqual({ ok: true });
    stay.clock.set("2027-07-29T08:00:00Z");
    expect(await markNow()).toEqual({ ok: false, error: { code: "too_late", closedOn: "2027-07-28" } });
  });

  it("is nothing to a stranger, another pupil or a link that was replaced, and ends with the place", async () => {
    const strangers = [
      { side: "school" as const, actor: (await stay.stranger()).actor },
      await byPupil((await stay.newPupil()).id),
      stay.byHost(2).reporter,
    ];
    for (const teller of strangers)
      expect(await mark(teller, { asks: "seen" })).toEqual({ ok: false, error: { code: "not_found" } });
    await stay.db.update(agreements).set({ status: "cancelled" }).where(eq(agreements.id, stay.agreementId));
    const outcome = await mark(stay.bySchool.reporter, { asks: "seen" });
    expect(outcome).toEqual({ ok: false, error: { code: "cancelled" } });
  });
});
