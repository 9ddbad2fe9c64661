import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { confirmPlacement } from "#app/domain/agreements/confirm-placement.server.ts";
import { agreementTexts, classMembers } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory } from "../applications/life-cycle-story.ts";

const database = testDatabase();

describe("a confirmation of which no agreement can be drawn up", () => {
  let story: Awaited<ReturnType<typeof lifeCycleStory>>;
  afterEach(() => story.make.agreementText());

  it.each([
    ["no_agreement_text", () => database.db.delete(agreementTexts)],
    [
      "no_class",
      () => database.db.delete(classMembers).where(eq(classMembers.personId, story.world.pupil.id)),
    ],
  ])("is refused for %s, and the place stays reserved until that is mended", async (code, breakIt) => {
    story = await lifeCycleStory(database.db);
    const { accepted, pupil, world, statusOf, seatsOf, eventsAbout } = story;
    const applicationId = await accepted(world.offer.id);
    const before = [await seatsOf(world.offer.id), await eventsAbout(applicationId)];
    await breakIt();
    expect(await confirmPlacement(pupil, { applicationId })).toEqual({ ok: false, error: { code } });
    expect(await statusOf(applicationId)).toBe("accepted");
    expect([await seatsOf(world.offer.id), await eventsAbout(applicationId)]).toEqual(before);
  });
});
