import { expect, it } from "vitest";
import { fillFoundPart } from "#app/domain/found/fill-found-part.server.ts";
import { valueOf } from "#tests/domain/agreements/agreement-story.ts";
import { testDatabase } from "#tests/support/database.ts";
import { ANSWER, foundStory } from "./found-story.ts";

const database = testDatabase();

it("changes the host's part by the link that holds, of its own agreement, as it was read", async () => {
  const { enter, confirm, read, ctx, place, make, school, classGroup, offer } = await foundStory(database.db);
  const foundId = await enter();
  const { agreementId } = valueOf(await confirm(foundId));
  const { contentHash } = await read(agreementId);
  const input = {
    foundId,
    linkVersion: 1,
    agreementId,
    contentHash,
    part: { ...ANSWER, lunch: "Sur place" },
  };
  expect(await fillFoundPart(ctx, { ...input, linkVersion: 2 })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
  const classmate = await make.pupil({ schoolUai: school.uai, classGroupId: classGroup.id });
  const foreign = await place(classmate.id, offer.id);
  expect(await fillFoundPart(ctx, { ...input, agreementId: foreign })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
  expect(await fillFoundPart(ctx, input)).toEqual({ ok: true });
  expect((await read(agreementId)).content.lunch).toBe("Sur place");
  expect(await fillFoundPart(ctx, input)).toEqual({ ok: false, error: { code: "stale" } });
});
