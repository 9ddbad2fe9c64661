import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { discardOfferDraft } from "#app/domain/offers/drafts/discard-offer-draft.server.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { fillDraft, geocoder, places, typedSteps } from "#tests/domain/offers/offer-fixture.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world();
});

const employer = async () => ({ ...(await make.as(world.employer.id)), places, geocoder });
const offerRow = async (offerId: string) =>
  (await database.db.select().from(tables.offers).where(eq(tables.offers.id, offerId)))[0];

describe("the draft of an offer", () => {
  it("can be thrown away, unlike an offer", async () => {
    const ctx = await employer();
    const draftId = await fillDraft(ctx, typedSteps(world.organisation));
    expect(await discardOfferDraft(ctx, { offerId: draftId })).toEqual({ ok: true, value: undefined });
    expect(await offerRow(draftId)).toBeUndefined();
    expect(await discardOfferDraft(ctx, { offerId: world.offer.id })).toMatchObject({ ok: false });
  });
});
