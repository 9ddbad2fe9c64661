import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetOldMatches } from "#app/domain/discovery/forget-old-matches.server.ts";
import { matchOffer, ANNOUNCED_AGAIN_AFTER_DAYS } from "#app/domain/discovery/match-offer.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { offers, savedSearchMatches } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { plansOf } from "#tests/support/plans.ts";
import { RENNES } from "#tests/domain/search/many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
});
beforeEach(async () => {
  await database.db.execute(sql`truncate saved_searches, offers cascade`);
  clock.set("2027-03-01T09:00:00Z");
  world = await make.world();
});

async function save(): Promise<void> {
  const pupil = await world.newPupil();
  const saved = await saveSearch(await make.as(pupil.id), {
    criteria: {
      place: "Rennes (35)",
      center: RENNES,
      radiusKm: 30,
      sectors: [],
      family: null,
      challenges: [],
      periods: [],
      words: null,
    },
    frequency: "instant",
  });
  if (!saved.ok) throw new Error(saved.error.code);
}

const match = (offerId: string) => matchOffer({ db: database.db, clock }, { offerId });
const tell = () => database.db.update(savedSearchMatches).set({ announcedAt: clock.now() });
const forget = (limit?: number) => forgetOldMatches({ db: database.db, clock }, { limit });
const kept = () => database.db.$count(savedSearchMatches);

async function archive(offerId: string): Promise<void> {
  await database.db.update(offers).set({ status: "archived" }).where(eq(offers.id, offerId));
  await database.db.transaction((tx) => projectOffers(tx, [offerId]));
}

describe("the matches of saved searches", () => {
  it("stay as long as their offer can open again, and keep it from being told twice", async () => {
    await save();
    const employer = await make.as(world.employer.id);
    expect(await match(world.offer.id)).toBe(1);
    await tell();
    await pauseOffer(employer, { offerId: world.offer.id });
    clock.advanceDays(ANNOUNCED_AGAIN_AFTER_DAYS - 1);
    await forget();
    expect(await kept()).toBe(1);
    await resumeOffer(employer, { offerId: world.offer.id });
    expect(await match(world.offer.id)).toBe(0);
    clock.set("2027-06-20T09:00:00Z");
    await forget();
    expect(await kept()).toBe(1);
  });

  it("of an archived offer go, those just told once no letter can wait any more", async () => {
    await save();
    await match(world.offer.id);
    const told = await world.newOffer();
    await match(told.id);
    await database.db
      .update(savedSearchMatches)
      .set({ announcedAt: clock.now() })
      .where(eq(savedSearchMatches.offerId, told.id));
    await archive(world.offer.id);
    await archive(told.id);
    await forget();
    expect(await database.db.select().from(savedSearchMatches)).toMatchObject([{ offerId: told.id }]);
    clock.advanceDays(ANNOUNCED_AGAIN_AFTER_DAYS);
    await forget();
    expect(await kept()).toBe(0);
  });

  it("of a campaign go on the day on which the data of its pupils are erased, and nothing is told of it any more", async () => {
    await save();
    await match(world.offer.id);
    await tell();
    clock.set("2027-09-29T09:00:00Z");
    await forget();
    expect(await kept()).toBe(1);
    clock.set("2027-09-30T09:00:00Z");
    await forget();
    expect(await kept()).toBe(0);
    expect(await match(world.offer.id)).toBe(0);
  });

  it("go a few at a time, from one offer to the next, and no others", async () => {
    for (let count = 0; count < 5; count += 1) await save();
    const gone = [world.offer, await world.newOffer(), await world.newOffer()];
    const open = await world.newOffer();
    for (const { id } of [...gone, open]) await match(id);
    for (const { id } of gone) await archive(id);
    expect(await kept()).toBe(20);
    await forget(4);
    const left = await database.db.select().from(savedSearchMatches);
    expect(left.map(({ offerId }) => offerId)).toEqual(Array.from({ length: 5 }, () => open.id));
  });

  it("that others hold are left to the next run", async () => {
    await save();
    await save();
    await match(world.offer.id);
    await archive(world.offer.id);
    await database.openPool(1).transaction(async (tx) => {
      await tx.select().from(savedSearchMatches).limit(1).for("update");
      await forget();
    });
    expect(await kept()).toBe(1);
    await forget();
    expect(await kept()).toBe(0);
  });
});

describe("among a season's matches", () => {
  it("those that go are found by their offers", async () => {
    const at = clock.now().toISOString();
    for (let count = 0; count < 100; count += 1) await world.newOffer();
    await database.db.execute(sql`
      insert into saved_searches (id, person_id, campaign_id, frequency, radius_km, area, sectors, challenges, periods, created_at)
      select gen_random_uuid(), ${world.pupil.id}::uuid, ${world.campaign.id}::uuid, 'daily', 0, '((180,90),(-180,-90))',
        array['x' || n], '{}', '{}', ${at}::timestamptz
      from generate_series(1, 300) n`);
    await database.db.execute(sql`
      insert into saved_search_matches (saved_search_id, offer_id, matched_at)
      select s.id, o.id, ${at}::timestamptz from saved_searches s, offers o`);
    await archive(world.offer.id);
    await database.db.execute(sql`analyze`);
    const plans = await plansOf(database.db, (db) => forgetOldMatches({ db, clock }));
    expect(await kept()).toBe(100 * 300);
    expect(plans).toHaveLength(1);
    expect(plans[0]).not.toMatch(/Seq Scan on saved_search_matches/);
  });
});
