import { expect, it } from "vitest";
import { eq } from "drizzle-orm";
import { takeBackFound } from "#app/domain/found/take-back-found.server.ts";
import { agreements } from "#db/schema/index.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { foundStory } from "./found-story.ts";

const database = testDatabase();

it("gives the weeks back and cancels the agreement, by the school", async () => {
  const { enter, confirm, teacherContext, pupil, state, board, told } = await foundStory(database.db);
  const foundId = await enter();
  valueOf(await confirm(foundId));
  expect(await takeBackFound(teacherContext, { foundId, pupilId: pupil.id })).toEqual({ ok: true });
  expect(await state(foundId)).toMatchObject({
    row: { state: "taken_back" },
    weeks: ["given_back", "given_back"],
    agreement: { status: "cancelled" },
  });
  expect(await board()).toMatchObject({ weeks: [], awaiting: 0 });
  expect(await told()).toEqual(expect.arrayContaining(["agreement.cancelled", "found.ended"]));
});

it("is taken back by the pupil as long as the host has not confirmed", async () => {
  const { enter, confirm, own, pupil } = await foundStory(database.db);
  const waiting = await enter({ choice: 1 });
  const settled = await enter({ choice: 2 });
  valueOf(await confirm(settled));
  expect(await takeBackFound(own, { foundId: waiting, pupilId: pupil.id })).toEqual({ ok: true });
  expect(await takeBackFound(own, { foundId: settled, pupilId: pupil.id })).toEqual({
    ok: false,
    error: { code: "over" },
  });
});

it("leaves an agreement that everyone has signed to those who break it off together", async () => {
  const { enter, confirm, teacherContext, pupil, ctx, clock } = await foundStory(database.db);
  const foundId = await enter();
  const { agreementId } = valueOf(await confirm(foundId));
  await ctx.db
    .update(agreements)
    .set({ status: "signed", validatedAt: clock.now() })
    .where(eq(agreements.id, agreementId));
  expect(await takeBackFound(teacherContext, { foundId, pupilId: pupil.id })).toEqual({
    ok: false,
    error: { code: "over" },
  });
});

it("is taken back by nobody of another school", async () => {
  const { enter, stranger, pupil } = await foundStory(database.db);
  const foundId = await enter();
  expect(await takeBackFound(await stranger(), { foundId, pupilId: pupil.id })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
});
