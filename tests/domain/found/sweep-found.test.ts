import { expect, it } from "vitest";
import { sweepFound } from "#app/domain/found/sweep-found.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { foundStory } from "./found-story.ts";

const database = testDatabase();

it("ends what a host leaves without answer, once, and tells it", async () => {
  const { enter, ctx, clock, state, told } = await foundStory(database.db);
  const foundId = await enter();
  expect(await sweepFound(ctx)).toBe(0);
  clock.advanceDays(11);
  const swept = await Promise.all([sweepFound(ctx), sweepFound(ctx)]);
  expect(swept[0] + swept[1]).toBe(1);
  expect(await state(foundId)).toMatchObject({
    row: { state: "expired" },
    weeks: ["given_back", "given_back"],
  });
  expect((await told()).filter((type) => type === "found.ended")).toHaveLength(1);
});
