import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import * as tables from "#db/schema/index.ts";
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
const stranger = async () => {
  const organisation = await make.organisation();
  return { ...(await make.as((await make.employer(organisation.id)).id)), places, geocoder };
};
const searchRow = async (offerId: string) =>
  (await database.db.select().from(tables.offerSearch).where(eq(tables.offerSearch.offerId, offerId)))[0];
const published = async () => {
  const ctx = await employer();
  const draftId = await fillDraft(ctx, typedSteps(world.organisation));
  const outcome = await publishOffer(ctx, { draftId });
  expect(outcome.ok).toBe(true);
  return draftId;
};

describe("pausing an offer", () => {
  it("takes it out of the searches at once, and resuming puts it back", async () => {
    const ctx = await employer();
    const offerId = await published();
    expect(await pauseOffer(ctx, { offerId })).toEqual({ ok: true, value: undefined });
    expect(await searchRow(offerId)).toBeUndefined();
    expect(await pauseOffer(ctx, { offerId })).toEqual({
      ok: false,
      error: { code: "not_possible", status: "paused" },
    });
    expect(await resumeOffer(ctx, { offerId })).toEqual({ ok: true, value: undefined });
    expect(await searchRow(offerId)).toMatchObject({ freeWeek1: 2 });
  });

  it("is for the members of its organisation", async () => {
    const offerId = await published();
    expect(await pauseOffer(await stranger(), { offerId })).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});
