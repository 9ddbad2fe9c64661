import { describe, expect, it } from "vitest";
import { saveDraftApplication } from "#app/domain/applications/save-draft-application.server.ts";
import { getApplyState } from "#app/domain/applications/views/applications.pupil-queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { lifeCycleStory, valueOf } from "./life-cycle-story.ts";

const database = testDatabase();
const notFound = { ok: false, error: { code: "not_found" } };

async function story() {
  const told = await lifeCycleStory(database.db);
  const { world, pupil } = told;
  const save = (offerId: string, motivation = "Bonjour") =>
    saveDraftApplication(pupil, { offerId, motivation });
  const kept = async () =>
    (await getApplyState(database.db, pupil.actor, { id: world.offer.id, campaignId: world.campaign.id }))
      .draft;
  return { ...told, save, kept };
}

describe("the draft of an application", () => {
  it("is kept with the instant, then replaced by the next one", async () => {
    const { clock, world, save, kept } = await story();
    expect(valueOf(await save(world.offer.id))).toEqual({ savedAt: clock.now() });
    clock.advanceDays(1);
    expect(valueOf(await save(world.offer.id, "Bonjour à tous"))).toEqual({ savedAt: clock.now() });
    expect(await kept()).toMatchObject({ motivation: "Bonjour à tous" });
  });

  it("is one of thirty at most; those kept can still be changed", async () => {
    const { world, save } = await story();
    const offers = await Promise.all(Array.from({ length: 31 }, () => world.newOffer()));
    for (const { id } of offers.slice(0, 30)) valueOf(await save(id));
    const [first, last] = [offers[0]?.id ?? "", offers[30]?.id ?? ""];
    expect(await save(last)).toEqual({ ok: false, error: { code: "too_many_drafts", max: 30 } });
    valueOf(await save(first, "Une autre lettre"));
  });

  it("is not kept for an offer that the pupil may not see", async () => {
    const { world, save } = await story();
    expect(await save(newId())).toEqual(notFound);
    const paused = await world.newOffer({ values: { status: "paused" } });
    expect(await save(paused.id)).toEqual(notFound);
    const reserved = await world.newOffer({ values: { reservedTo: "rep" } });
    expect(await save(reserved.id)).toEqual(notFound);
  });

  it("is not kept once the placements are over", async () => {
    const { clock, world, save, kept } = await story();
    clock.set("2027-06-28T22:30:00Z");
    expect(await save(world.offer.id)).toEqual(notFound);
    expect(await kept()).toBeNull();
  });

  it("is not begun beside an application already sent", async () => {
    const { world, apply, save } = await story();
    await apply(world.offer.id);
    expect(await save(world.offer.id)).toEqual({ ok: false, error: { code: "already_applied" } });
  });
});
