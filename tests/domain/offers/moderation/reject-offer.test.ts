import { expect, it } from "vitest";
import { rejectOffer } from "#app/domain/offers/moderation/reject-offer.server.ts";
import { eq } from "drizzle-orm";
import { stateChanges } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { moderationStory } from "./moderation-story.ts";

const database = testDatabase();
const explanation = "Retirez le numéro de téléphone de la description.";

it("keeps the offer from pupils, with the reason that its author is told", async () => {
  const story = await moderationStory(database.db);
  const { offerId } = await story.publish((typed) => (typed[2].description = "Appelle le 06 12 34 56 78."));
  expect(await rejectOffer(story.host, { offerId, explanation })).toEqual({
    ok: false,
    error: { code: "not_found" },
  });
  expect((await rejectOffer(story.moderator, { offerId, explanation })).ok).toBe(true);
  expect(await story.rowOf(offerId)).toMatchObject({ status: "rejected" });
  expect(await story.isFound(offerId)).toBe(false);
  expect(await story.eventsOf(offerId)).toEqual(["offer.rejected"]);
  expect(await story.holdsOf(offerId)).toMatchObject([{ decision: "rejected", explanation }]);
  const changes = await database.db.select().from(stateChanges).where(eq(stateChanges.offerId, offerId));
  expect(changes.at(-1)).toMatchObject({ toStatus: "rejected", actorRole: "moderator", reason: explanation });
  expect(await rejectOffer(story.moderator, { offerId, explanation })).toEqual({
    ok: false,
    error: { code: "already_decided" },
  });
  expect(await story.expectTruth()).toEqual([]);
});
