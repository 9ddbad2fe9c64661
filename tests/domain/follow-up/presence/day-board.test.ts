import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { dayClasses, stateOf } from "#app/domain/follow-up/presence/day-board.ts";
import { listDay } from "#app/domain/follow-up/presence/day-board.queries.server.ts";
import { reportPresence } from "#app/domain/follow-up/presence/report-presence.server.ts";
import { agreements } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { stayStory, type StayStory } from "../stay-story.ts";

const database = testDatabase();
let stay: StayStory;
beforeEach(async () => {
  stay = await stayStory(database.db);
});

async function states(day: string) {
  const lines = await listDay(database.db, stay.teacherContext.actor, { campaign: stay.campaign, day });
  return Object.fromEntries(lines.map((line) => [line.pupilId, stateOf(line, { hasCome: true })]));
}

it("says where each pupil of the class is, with whom to call only where something is wrong", async () => {
  const other = await stay.newPupil();
  const day = "2027-06-17";
  expect(await states(day)).toEqual({ [stay.pupil.id]: "silent", [other.id]: "nowhere" });
  await reportPresence(stay.byHost(), { agreementId: stay.agreementId, kind: "arrived" });
  expect((await states(day))[stay.pupil.id]).toBe("arrived");
  const read = async () =>
    (await listDay(database.db, stay.teacherContext.actor, { campaign: stay.campaign, day })).find(
      ({ pupilId }) => pupilId === stay.pupil.id,
    );
  expect((await read())?.families).toEqual([]);
  await reportPresence(stay.bySchool, { agreementId: stay.agreementId, kind: "absent" });
  expect((await read())?.families).toHaveLength(1);
  expect((await read())?.at).toMatchObject({ where: "at_host", from: "09:00", to: "17:00", town: "Rennes" });
});

it("does not miss anybody before their day has come", async () => {
  const day = "2027-06-17";
  const lines = await listDay(database.db, stay.teacherContext.actor, { campaign: stay.campaign, day });
  const own = lines.filter(({ pupilId }) => pupilId === stay.pupil.id);
  expect(own.map((line) => stateOf(line, { hasCome: false }))).toEqual(["expected"]);
  expect(dayClasses(own, { hasCome: false })[0]?.counts).toMatchObject({ expected: 1, silent: 0 });
});

it("knows the days without presence, and the places that were lost", async () => {
  expect((await states("2027-06-20"))[stay.pupil.id]).toBe("day_off");
  await database.db
    .update(agreements)
    .set({ status: "cancelled" })
    .where(eq(agreements.id, stay.agreementId));
  expect((await states("2027-06-21"))[stay.pupil.id]).toBe("lost");
  expect((await states("2027-06-20"))[stay.pupil.id]).toBe("nowhere");
});

it("shows nothing of another school's pupils", async () => {
  const { actor } = await stay.stranger();
  expect(await listDay(database.db, actor, { campaign: stay.campaign, day: "2027-06-17" })).toEqual([]);
});
