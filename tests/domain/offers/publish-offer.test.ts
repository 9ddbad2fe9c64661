import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import { approveOffer } from "#app/domain/offers/moderation/approve-offer.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import type { Geocoder } from "#app/domain/reference/geocoder.ts";
import * as tables from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, nextNumber, type Factories } from "#tests/support/factories.ts";
import { fillDraft, geocoder, places, typedSteps } from "./offer-fixture.ts";
import { newModerator } from "#tests/support/moderator.ts";

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
const offerRow = async (offerId: string) =>
  (await database.db.select().from(tables.offers).where(eq(tables.offers.id, offerId)))[0];
const events = async (offerId: string) =>
  (await database.db.select().from(tables.outboxEvents)).filter(
    ({ payload }) => (payload as { offerId?: string }).offerId === offerId,
  );
const published = async () => {
  const ctx = await employer();
  const draftId = await fillDraft(ctx, typedSteps(world.organisation));
  const outcome = await publishOffer(ctx, { draftId });
  expect(outcome.ok).toBe(true);
  return draftId;
};

describe("publishing an offer", () => {
  it("writes the site, the seats, the search row, the trace and the event together", async () => {
    const offerId = await published();
    expect(await offerRow(offerId)).toMatchObject({
      status: "published",
      organisationId: world.organisation.id,
      title: "Découvrir un atelier de menuiserie",
      draft: null,
    });
    expect(await searchRow(offerId)).toMatchObject({ freeWeek1: 2, freeWeek2: 1, sectorCode: "s31" });
    expect(await events(offerId)).toMatchObject([{ type: "offer.published" }]);
    const trace = await database.db
      .select()
      .from(tables.stateChanges)
      .where(eq(tables.stateChanges.offerId, offerId));
    expect(trace).toMatchObject([{ fromStatus: "draft", toStatus: "published" }]);
  });

  it("puts the offer at the point of its street when the geocoder knows it, asking before any lock", async () => {
    const author = await employer();
    const typed = typedSteps(world.organisation);
    typed[3].address = "48 rue de Saint-Malo, 35000 Rennes";
    const draftId = await fillDraft(author, typed);
    const asked: string[] = [];
    const street: Geocoder = {
      locate: async (address) => {
        asked.push(address);
        await database.db.execute(sql`select from offers where id = ${draftId} for update nowait`);
        return {
          latitude: 48.1203,
          longitude: -1.6812,
          inseeCode: "35238",
          name: "Rennes",
          postcode: "35000",
          addressLine: "48 Rue de Saint-Malo",
          approximate: false,
        };
      },
    };
    expect((await publishOffer({ ...author, geocoder: street }, { draftId })).ok).toBe(true);
    expect(asked).toEqual(["48 rue de Saint-Malo, 35000 Rennes"]);
    expect(await searchRow(draftId)).toMatchObject({ latitude: 48.1203, longitude: -1.6812 });
    const other = await stranger();
    expect((await publishOffer({ ...other, geocoder: street }, { draftId })).ok).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it("happens once when the button is pressed twice at the same instant", async () => {
    const ctx = await employer();
    const draftId = await fillDraft(ctx, typedSteps(world.organisation));
    const outcomes = await Promise.all([publishOffer(ctx, { draftId }), publishOffer(ctx, { draftId })]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await events(draftId)).toHaveLength(1);
  });

  it("creates the organisation of a new SIRET, with its author as first member", async () => {
    const ctx = await employer();
    const siret = demonstrationSiret(800_000 + nextNumber());
    const draftId = await fillDraft(ctx, typedSteps({ name: "Nouvelle menuiserie", siret }));
    expect((await publishOffer(ctx, { draftId })).ok).toBe(true);
    const row = await offerRow(draftId);
    const actor = (await make.as(world.employer.id)).actor;
    expect(actor.affiliations.map(({ organisationId }) => organisationId)).toContain(row?.organisationId);
  });

  it("leaves every offer under one name when two colleagues name their organisation at the same instant", async () => {
    for (let round = 0; round < 5; round += 1) {
      const organisation = await make.organisation({ name: "Menuiserie Alpha" });
      const ctx = await make.as((await make.employer(organisation.id)).id);
      const publishing = { ...ctx, places, geocoder };
      const drafts = await Promise.all(
        ["Menuiserie Alpha", "Menuiserie Omega"].map((name) =>
          fillDraft(publishing, typedSteps({ name, siret: organisation.siret })),
        ),
      );
      await Promise.all(drafts.map((draftId) => publishOffer(publishing, { draftId })));
      const astray = await database.db.execute(sql`
        select s.offer_id from offer_search s join offers o on o.id = s.offer_id
        join host_organisations h on h.id = o.organisation_id
        where h.id = ${organisation.id} and not s.words @@ websearch_to_tsquery('french_plain', h.name)`);
      expect(astray).toHaveLength(0);
    }
  });

  it("lets one of two authors create the same new organisation, and asks the other to correct step 1", async () => {
    const siret = demonstrationSiret(800_000 + nextNumber());
    const authors = [await stranger(), await stranger()];
    const drafts = await Promise.all(
      authors.map((ctx) => fillDraft(ctx, typedSteps({ name: "Menuiserie", siret }))),
    );
    const outcomes = await Promise.all(
      authors.map((ctx, index) => publishOffer(ctx, { draftId: drafts[index] ?? "" })),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: "incomplete", step: 1 } });
  });

  it("names the step that lacks something", async () => {
    const ctx = await employer();
    const steps = typedSteps(world.organisation);
    const draftId = await fillDraft(ctx, { ...steps, 2: { title: "Atelier" } });
    expect(await publishOffer(ctx, { draftId })).toEqual({
      ok: false,
      error: { code: "incomplete", step: 2 },
    });
    expect(await searchRow(draftId)).toBeUndefined();
  });

  it("waits for the opening to hosts, and stops when the campaign is over", async () => {
    const ctx = await employer();
    const draftId = await fillDraft(ctx, typedSteps(world.organisation));
    clock.set("2026-10-15T09:00:00Z");
    expect(await publishOffer(ctx, { draftId })).toEqual({
      ok: false,
      error: { code: "hosts_not_open", opensOn: "2026-11-01" },
    });
    clock.set("2027-06-29T09:00:00Z");
    expect(await publishOffer(ctx, { draftId })).toEqual({ ok: false, error: { code: "campaign_over" } });
    clock.set("2027-03-01T09:00:00Z");
  });

  it("rewrites the search words of the other offers when the organisation changes its name, once that is approved", async () => {
    const ctx = await employer();
    const draftId = await fillDraft(ctx, typedSteps({ ...world.organisation, name: "Ébénisterie Kervella" }));
    expect(await publishOffer(ctx, { draftId })).toEqual({
      ok: true,
      value: { offerId: draftId, held: true },
    });
    expect((await searchRow(world.offer.id))?.words).not.toContain("kervel");
    expect((await approveOffer(await newModerator(make), { offerId: draftId })).ok).toBe(true);
    expect((await searchRow(world.offer.id))?.words).toContain("kervel");
    const jobs = await database.db.execute<{ offerId: string }>(
      sql`select payload ->> 'offerId' as "offerId" from graphile_worker._private_jobs`,
    );
    expect(jobs).toContainEqual({ offerId: world.offer.id });
  });
});
