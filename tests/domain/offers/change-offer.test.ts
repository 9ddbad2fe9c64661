import { describe, expect, it } from "vitest";
import { changeOffer } from "#app/domain/offers/change-offer.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "#tests/domain/applications/life-cycle-story.ts";

const database = testDatabase();

describe("an offer that its host moves along", () => {
  it("goes where its state table leads, in the searches and out of them", async () => {
    const { world, host, isFound, expectTruth } = await lifeCycleStory(database.db);
    const offerId = world.offer.id;
    expect(await changeOffer(host, { offerId, action: "resume" })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "published" },
    });
    valueOf(await changeOffer(host, { offerId, action: "archive" }));
    expect(await isFound(offerId)).toBe(false);
    expect(await changeOffer(host, { offerId, action: "pause" })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "archived" },
    });
    await expectTruth();
  });

  it("does not exist for anyone else", async () => {
    const { make, world, host } = await lifeCycleStory(database.db);
    const stranger = await make.as((await make.employer((await make.organisation()).id)).id);
    const notFound = { ok: false, error: { code: "not_found" } };
    expect(await changeOffer(stranger, { offerId: world.offer.id, action: "pause" })).toEqual(notFound);
    expect(await changeOffer(host, { offerId: newId(), action: "pause" })).toEqual(notFound);
  });
});
