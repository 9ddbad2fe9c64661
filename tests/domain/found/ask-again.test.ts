import { expect, it } from "vitest";
import { askAgain } from "#app/domain/found/ask-again.server.ts";
import { refuseFound } from "#app/domain/found/answer-found.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { foundStory } from "./found-story.ts";

const database = testDatabase();
const hostEmail = "bonjour@boulangerie.example.org";

it("asks at the corrected address, with a new link and a new delay: the links before are worth nothing", async () => {
  const { enter, teacherContext, pupil, confirm, state, clock } = await foundStory(database.db);
  const foundId = await enter();
  const { row: before } = await state(foundId);
  clock.advanceDays(3);
  expect(await askAgain(teacherContext, { foundId, pupilId: pupil.id, hostEmail })).toEqual({ ok: true });
  const { row } = await state(foundId);
  expect(row).toMatchObject({ hostEmail, linkVersion: 2, state: "awaiting_host" });
  expect(row?.expiresAt.getTime()).toBeGreaterThan(before?.expiresAt.getTime() ?? Infinity);
  expect(await confirm(foundId, 1)).toEqual({ ok: false, error: { code: "not_found" } });
  expect(await confirm(foundId, 2)).toMatchObject({ ok: true });
  expect(await askAgain(teacherContext, { foundId, pupilId: pupil.id, hostEmail })).toEqual({
    ok: false,
    error: { code: "over" },
  });
});

it("asks again after a refusal, as long as no other host is asked for the same week", async () => {
  const { enter, teacherContext, pupil, ctx, state } = await foundStory(database.db);
  const foundId = await enter({ choice: 1 });
  await refuseFound(ctx, { foundId, linkVersion: 1, refusal: "wrong_address" });
  await enter({ choice: 1, hostName: "Librairie" });
  expect(await askAgain(teacherContext, { foundId, pupilId: pupil.id, hostEmail })).toEqual({
    ok: false,
    error: { code: "week_already_asked" },
  });
  expect(await state(foundId)).toMatchObject({ row: { state: "refused", linkVersion: 1 } });
});

it("is asked again by nobody of another school, nor under another pupil", async () => {
  const { enter, stranger, teacherContext, pupil, make, school, classGroup } = await foundStory(database.db);
  const foundId = await enter();
  const other = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
  const refused = { ok: false, error: { code: "not_found" } };
  expect(await askAgain(await stranger(), { foundId, pupilId: pupil.id, hostEmail })).toEqual(refused);
  expect(await askAgain(teacherContext, { foundId, pupilId: other.id, hostEmail })).toEqual(refused);
});
