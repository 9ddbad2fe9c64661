import { beforeAll, describe, expect, it } from "vitest";
import { getOfferPreview, getOfferDraft } from "#app/domain/offers/drafts/offer-form.queries.server.ts";
import { discardOfferDraft } from "#app/domain/offers/drafts/discard-offer-draft.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { saveOfferDraft } from "#app/domain/offers/drafts/save-offer-draft.server.ts";
import { newId } from "#app/kernel/ids.ts";
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
const stranger = async () => {
  const organisation = await make.organisation();
  return { ...(await make.as((await make.employer(organisation.id)).id)), places, geocoder };
};

describe("the draft of an offer", () => {
  it("keeps what a refused step typed, and makes one draft however often it is sent", async () => {
    const ctx = await employer();
    const draftId = newId();
    const typed = { ...typedSteps(world.organisation)[1], siret: "123" };
    for (let press = 0; press < 2; press += 1) {
      const outcome = await saveOfferDraft(ctx, { draftId, step: 1, typed });
      expect(outcome).toMatchObject({ ok: false, error: { code: "to_correct" } });
    }
    const found = await getOfferDraft(ctx.db, ctx.actor, { draftId, at: ctx.clock.now() });
    expect(found).toMatchObject({ kind: "draft", draft: { siret: "123" } });
  });

  it("is one of twenty at most, also when many are begun at once; one thrown away makes room", async () => {
    const ctx = { ...(await stranger()), db: database.openPool(4) };
    const typed = typedSteps(world.organisation)[2];
    const begin = (draftId = newId()) => saveOfferDraft(ctx, { draftId, step: 2, typed });
    const ids = Array.from({ length: 24 }, () => newId());
    const outcomes = await Promise.all(ids.map((id) => begin(id)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
    const tooMany = { ok: false, error: { code: "too_many_drafts" } };
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array.from({ length: 4 }, () => tooMany));
    const kept = ids.find((_, place) => outcomes[place]?.ok) ?? "";
    expect((await begin(kept)).ok).toBe(true);
    expect(await begin()).toEqual(tooMany);
    await discardOfferDraft(ctx, { offerId: kept });
    expect((await begin()).ok).toBe(true);
  });

  it("refuses the SIRET of an organisation that the author is not a member of", async () => {
    const ctx = await stranger();
    const outcome = await saveOfferDraft(ctx, {
      draftId: newId(),
      step: 1,
      typed: typedSteps(world.organisation)[1],
    });
    expect(outcome).toMatchObject({ ok: false, error: { failure: { codes: ["siret_taken"] } } });
  });

  it("belongs to its author alone", async () => {
    const draftId = await fillDraft(await employer(), typedSteps(world.organisation));
    const other = await stranger();
    expect(await getOfferDraft(other.db, other.actor, { draftId, at: other.clock.now() })).toEqual({
      kind: "not_found",
    });
    expect(await publishOffer(other, { draftId })).toEqual({ ok: false, error: { code: "not_found" } });
    expect(await discardOfferDraft(other, { offerId: draftId })).toMatchObject({ ok: false });
    const typed = typedSteps(world.organisation)[2];
    expect(await saveOfferDraft(other, { draftId, step: 2, typed })).toMatchObject({
      ok: false,
      error: { code: "not_found" },
    });
  });

  it("tells at once every thing to correct in the third step", async () => {
    const steps = typedSteps(world.organisation);
    const typed = {
      ...steps[3],
      address: "Saint-Denis",
      seats1: "0",
      seats2: "",
      "hours-1-afternoon-to": "19:30",
    };
    const outcome = await saveOfferDraft(await employer(), { draftId: newId(), step: 3, typed });
    expect(outcome).toMatchObject({
      ok: false,
      error: {
        failure: { codes: ["place_ambiguous", "hours_invalid"], errors: { seats1: [expect.any(String)] } },
      },
    });
    const codes = !outcome.ok && outcome.error.code === "to_correct" ? outcome.error.failure.hours : [];
    expect(codes.map(({ code, day }) => [code, day])).toContainEqual(["day_too_long", 1]);
  });

  it("shows the author the offer as pupils will read it, with what reads like a job", async () => {
    const ctx = await employer();
    const steps = typedSteps(world.organisation);
    const draftId = await fillDraft(ctx, {
      ...steps,
      2: { ...steps[2], description: "Mise en rayon le matin." },
    });
    const found = await getOfferDraft(ctx.db, ctx.actor, { draftId, at: ctx.clock.now() });
    if (found.kind !== "draft") throw new Error("no draft");
    expect(await getOfferPreview(ctx, found)).toMatchObject({
      kind: "preview",
      offer: { title: steps[2].title, town: "Rennes", seats: { 1: 2, 2: 1 } },
      signs: [{ sign: "shelves" }],
    });
  });
});
