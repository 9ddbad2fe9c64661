import { expect, it } from "vitest";
import { approveOffer } from "#app/domain/offers/moderation/approve-offer.server.ts";
import { correctOffer } from "#app/domain/offers/moderation/correct-offer.server.ts";
import { rejectOffer } from "#app/domain/offers/moderation/reject-offer.server.ts";
import { saveOfferDraft } from "#app/domain/offers/drafts/save-offer-draft.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { places } from "#tests/domain/offers/offer-fixture.ts";
import { testDatabase } from "#tests/support/database.ts";
import { moderationStory } from "./moderation-story.ts";

const database = testDatabase();

it.each(["rejected", "still held"])(
  "opens the form of an offer that is %s as it was typed, and judges it anew",
  async (state) => {
    const story = await moderationStory(database.db);
    const { host, moderator } = story;
    const { offerId } = await story.publish((typed) => (typed[2].description = "Appelle le 06 12 34 56 78."));
    if (state === "rejected") await rejectOffer(moderator, { offerId, explanation: "Sans numéro, merci." });
    expect((await correctOffer(host, { offerId })).ok).toBe(true);
    const draft = await story.rowOf(offerId);
    expect(draft).toMatchObject({ status: "draft", draft: { description: "Appelle le 06 12 34 56 78." } });
    expect(await approveOffer(moderator, { offerId })).toEqual({ ok: false, error: { code: "not_found" } });
    const second = await publishOffer(host, { draftId: offerId });
    expect(second).toEqual({ ok: true, value: { offerId, held: true } });
    await correctOffer(host, { offerId });
    const typed = { description: "Observer la fabrication de meubles." };
    await saveOfferDraft(
      { ...host, places },
      { draftId: offerId, step: 2, typed: { ...(draft.draft as object), ...typed } },
    );
    expect(await publishOffer(host, { draftId: offerId })).toEqual({
      ok: true,
      value: { offerId, held: false },
    });
    expect(await story.isFound(offerId)).toBe(true);
    expect((await story.holdsOf(offerId)).map(({ decision }) => decision)).toEqual([
      state === "rejected" ? "rejected" : "withdrawn",
      "withdrawn",
    ]);
    expect(await story.expectTruth()).toEqual([]);
  },
);

it("is the host's, and of no offer that pupils see", async () => {
  const story = await moderationStory(database.db);
  const stranger = await story.make.as((await story.make.employer((await story.make.organisation()).id)).id);
  const offerId = story.world.offer.id;
  expect(await correctOffer(stranger, { offerId })).toEqual({ ok: false, error: { code: "not_found" } });
  expect(await correctOffer(story.host, { offerId })).toEqual({ ok: false, error: { code: "not_possible" } });
});
