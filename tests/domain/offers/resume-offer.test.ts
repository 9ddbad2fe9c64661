import { beforeAll, describe, expect, it } from "vitest";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { fillDraft, geocoder, places, typedSteps } from "./offer-fixture.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

const employer = async () => ({ ...(await make.as(world.employer.id)), places, geocoder });
const published = async () => {
  const ctx = await employer();
  const draftId = await fillDraft(ctx, typedSteps(world.organisation));
  const outcome = await publishOffer(ctx, { draftId });
  expect(outcome.ok).toBe(true);
  return draftId;
};

describe("pausing an offer", () => {
  it("cannot be undone once the campaign is over", async () => {
    const ctx = await employer();
    const offerId = await published();
    await pauseOffer(ctx, { offerId });
    clock.set("2027-06-29T09:00:00Z");
    expect(await resumeOffer(ctx, { offerId })).toEqual({ ok: false, error: { code: "campaign_over" } });
    clock.set("2027-03-01T09:00:00Z");
  });
});
