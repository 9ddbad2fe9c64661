import { fc } from "#tests/support/properties.ts";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  matchOffer,
  answeredSearches,
  ANNOUNCED_AGAIN_AFTER_DAYS,
} from "#app/domain/discovery/match-offer.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import type { SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { listSavedSearches } from "#app/domain/discovery/saved-searches.queries.server.ts";
import { areaOf } from "#app/domain/discovery/saved-searches.store.server.ts";
import { submitApplication } from "#app/domain/applications/submit-application.server.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { moveSeats } from "#app/domain/offers/seats.store.server.ts";
import { pauseOffer } from "#app/domain/offers/pause-offer.server.ts";
import { resumeOffer } from "#app/domain/offers/resume-offer.server.ts";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { newId } from "#app/kernel/ids.ts";
import { applications, applicationWeeks, savedSearches, savedSearchMatches } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import {
  anyFilters,
  anyOffer,
  insertOffers,
  insertSectors,
  insertSynonyms,
  RENNES,
  scan,
  SYNONYMS,
} from "#tests/domain/search/many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
const SEARCHES = process.env.TEST_LONG ? 3000 : 400;
/** Of one pupil each, at most so many rows a statement. */
const CHUNK = 500;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;

beforeAll(async () => {
  make = factories(database.db, clock);
  world = await make.world({ seats: [3, 3] });
  await insertSectors(database.db);
  await insertSynonyms(database.db, SYNONYMS);
});
beforeEach(async () => {
  await database.db.execute(sql`truncate saved_searches cascade`);
  clock.set("2027-03-01T09:00:00Z");
});

const NEAR_RENNES: SearchCriteria = {
  place: "Rennes (35)",
  center: RENNES,
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
};

async function save(personId: string, criteria: Partial<SearchCriteria> = {}): Promise<string> {
  const saved = await saveSearch(await make.as(personId), {
    criteria: { ...NEAR_RENNES, ...criteria },
    frequency: "instant",
  });
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value.savedSearchId;
}

const match = (offerId: string, db = database.db) => matchOffer({ db, clock }, { offerId });

async function matched(offerId: string): Promise<string[]> {
  const rows = await database.db
    .select({ id: savedSearchMatches.savedSearchId })
    .from(savedSearchMatches)
    .where(eq(savedSearchMatches.offerId, offerId));
  return rows.map(({ id }) => id).sort();
}

describe("an offer that comes", () => {
  it("answers exactly the searches that would find it, whatever they ask and wherever their owner goes to school", async () => {
    const schools = [(await make.school()).uai, (await make.school({ priorityEducation: true })).uai];
    const next = await make.campaign({
      schoolYear: "2027-2028",
      startsOn: "2028-06-15",
      endsOn: "2028-06-26",
    });
    const campaigns = [world.campaign.id, world.campaign.id, next.id];
    const offers = fc.sample(anyOffer({ campaigns, schools }), { numRuns: 150, seed: 5 });
    await insertOffers(database.db, world.organisation, offers);
    const askers: Eligibility[] = [
      { schoolUai: schools[0] ?? "", priorityEducation: false, priorityDistrict: false },
      { schoolUai: schools[1] ?? "", priorityEducation: true, priorityDistrict: false },
    ];
    const filters = fc.sample(anyFilters(world.campaign.id), { numRuns: SEARCHES, seed: 6 });
    const kept = await insertSearches(filters, askers);
    for (const offer of offers) await match(offer.id);
    const told = await database.db
      .select({ id: savedSearchMatches.savedSearchId, offerId: savedSearchMatches.offerId })
      .from(savedSearchMatches);
    const expected = kept.flatMap(({ id, asked, asker }) =>
      scan(offers, asked, asker).map((offer) => `${id} ${offer.id}`),
    );
    expect(expected.length).toBeGreaterThan(SEARCHES);
    expect(told.map(({ id, offerId }) => `${id} ${offerId}`).sort()).toEqual(expected.sort());
  });

  /** One pupil for each: the limit of a pupil is no matter here. */
  async function insertSearches(filters: readonly SearchFilters[], askers: readonly Eligibility[]) {
    const kept: { id: string; asked: SearchFilters; asker: Eligibility }[] = [];
    const rows: (typeof savedSearches.$inferInsert)[] = [];
    const pupils = await Promise.all(
      askers.map(async (asker) => {
        const person = await make.person();
        await make.affiliate(person.id, "pupil", { schoolUai: asker.schoolUai });
        return { personId: person.id, asker };
      }),
    );
    for (const [index, asked] of filters.entries()) {
      const pupil = pupils[index % pupils.length];
      if (!pupil) continue;
      const { personId, asker } = pupil;
      const words = await readWords(database.db, asked.words);
      const id = newId();
      kept.push({ id, asked, asker });
      rows.push({
        id,
        personId,
        campaignId: asked.campaignId,
        frequency: "instant",
        createdAt: clock.now(),
        place: asked.center || asked.departments?.length ? `Lieu ${index}` : null,
        departments: [...(asked.departments ?? [])],
        latitude: asked.center?.latitude ?? null,
        longitude: asked.center?.longitude ?? null,
        radiusKm: asked.radiusKm,
        area: areaOf(asked.center, asked.radiusKm),
        sectors: asked.sectors,
        familySlug: asked.family,
        challenges: asked.challenges,
        periods: asked.periods,
        words: words && asked.words,
        wordsQuery: words?.query ?? null,
      });
    }
    for (let start = 0; start < rows.length; start += CHUNK)
      await database.db
        .insert(savedSearches)
        .values(rows.slice(start, start + CHUNK))
        .onConflictDoNothing();
    const present = await database.db.select({ id: savedSearches.id }).from(savedSearches);
    const ids = new Set(present.map(({ id }) => id));
    return kept.filter(({ id }) => ids.has(id));
  }

  it("is told to nobody who stopped the search, asked for the offer, or has a place for both weeks", async () => {
    const pupils = await Promise.all([0, 1, 2, 3].map(() => world.newPupil()));
    const [looking, stopped, asked, placed] = pupils.map(({ id }) => id) as [string, string, string, string];
    const offer = await world.newOffer({ seats: [3, 3] });
    const search = await save(looking);
    const ids = await Promise.all([save(stopped), save(asked), save(placed)]);
    await database.db
      .update(savedSearches)
      .set({ stoppedAt: clock.now() })
      .where(eq(savedSearches.id, ids[0]));
    const motivation = "Une lettre assez longue pour être envoyée à la structure d’accueil.";
    await submitApplication(await make.as(asked), { offerId: offer.id, motivation, choice: 1 });
    await place(placed);
    expect(await match(offer.id)).toBe(1);
    expect(await matched(offer.id)).toEqual([search]);
  });

  it("is told to who has a place for one week only if it takes them for the other alone", async () => {
    const [first, second] = [(await world.newPupil()).id, (await world.newPupil()).id];
    const [inFirst, inSecond] = [await save(first), await save(second)];
    await place(first, [1]);
    await place(second, [2]);
    const of = async (seats: [number, number], values = {}) => {
      const offer = await world.newOffer({ seats, values });
      await match(offer.id);
      return matched(offer.id);
    };
    expect((await of([3, 3])).sort()).toEqual([inFirst, inSecond].sort());
    expect(await of([3, 0])).toEqual([inSecond]);
    expect(await of([0, 3])).toEqual([inFirst]);
    expect(await of([3, 3], { acceptsSingleWeek: false })).toEqual([]);
  });

  async function place(pupilId: string, weeks: readonly WeekNumber[] = [1, 2]) {
    const other = await world.newOffer({ seats: [1, 1] });
    const id = newId();
    const campaignId = world.campaign.id;
    const at = { createdAt: clock.now(), updatedAt: clock.now(), submittedAt: clock.now() };
    await database.db.insert(applications).values({
      id,
      campaignId,
      offerId: other.id,
      pupilId,
      status: "confirmed",
      ...at,
      motivation: "Une lettre assez longue pour être envoyée à la structure d’accueil.",
    });
    await database.db.insert(applicationWeeks).values(
      weeks.map((week) => ({
        applicationId: id,
        offerId: other.id,
        pupilId,
        campaignId,
        week,
        state: "taken" as const,
      })),
    );
  }

  it("answers the search of a territory wherever it lies there, once kept", async () => {
    const whole = { place: "Bretagne (région)", center: null, departments: ["56", "35", "29", "22"] };
    const id = await save(world.pupil.id, whole);
    await save((await world.newPupil()).id, {
      ...whole,
      place: "Alsace (région)",
      departments: ["67", "68"],
    });
    await expect(save(world.pupil.id, whole)).rejects.toThrow("already_saved");
    const offer = await world.newOffer();
    await match(offer.id);
    expect(await matched(offer.id)).toEqual([id]);
    const [kept] = await listSavedSearches(database.db, (await make.as(world.pupil.id)).actor, {
      campaignId: world.campaign.id,
      at: clock.now(),
    });
    expect(kept?.criteria).toMatchObject({ ...whole, departments: ["22", "29", "35", "56"] });
  });

  it("is kept once for each search, by two workers at once too", async () => {
    for (let index = 0; index < 12; index += 1) await save((await world.newPupil()).id);
    const offer = await world.newOffer();
    const pools = [database.openPool(3), database.openPool(3)];
    const counts = await Promise.all(pools.map((db) => match(offer.id, db)));
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(12);
    expect(await matched(offer.id)).toHaveLength(12);
    expect(await match(offer.id)).toBe(0);
  });

  it("is told again when it reopens, if that was long ago", async () => {
    const search = await save((await world.newPupil()).id);
    const offer = await world.newOffer();
    await match(offer.id);
    const tell = () => database.db.update(savedSearchMatches).set({ announcedAt: clock.now() });
    await tell();
    clock.advanceDays(ANNOUNCED_AGAIN_AFTER_DAYS - 1);
    expect(await match(offer.id)).toBe(0);
    clock.advanceDays(1);
    expect(await match(offer.id)).toBe(1);
    const [row] = await database.db.select().from(savedSearchMatches);
    expect(row).toMatchObject({ savedSearchId: search, announcedAt: null, matchedAt: clock.now() });
  });

  it("answers nothing when it has closed before anyone looked", async () => {
    await save((await world.newPupil()).id);
    const offer = await world.newOffer();
    await pauseOffer(await make.as(world.employer.id), { offerId: offer.id });
    expect(await match(offer.id)).toBe(0);
  });

  it("answers nothing once its campaign is over", async () => {
    await save((await world.newPupil()).id);
    const offer = await world.newOffer();
    clock.set("2027-06-29T09:00:00Z");
    expect(await match(offer.id)).toBe(0);
  });

  it("asks who was looking for it as it reopens, in the same transaction", async () => {
    const offer = await world.newOffer();
    const employer = await make.as(world.employer.id);
    await pauseOffer(employer, { offerId: offer.id });
    const before = (await jobs()).length;
    await resumeOffer(employer, { offerId: offer.id });
    expect((await jobs()).slice(before)).toEqual([{ offerId: offer.id }]);
  });

  it("that was open for one week answers searches of the other when it has seats again", async () => {
    const offer = await world.newOffer({ seats: [1, 1] });
    const move = (weeks: number[], to: "reserve" | "give_back_reserved") =>
      database.db.transaction((tx) => moveSeats(tx, offer.id, weeks, to, clock.now()));
    const search = await save((await world.newPupil()).id, { periods: ["semaine-2"] });
    await move([2], "reserve");
    expect(await match(offer.id)).toBe(0);
    const before = (await jobs()).length;
    await move([2], "give_back_reserved");
    expect((await jobs()).slice(before)).toEqual([{ offerId: offer.id }]);
    expect(await match(offer.id)).toBe(1);
    expect(await matched(offer.id)).toEqual([search]);
  });

  async function jobs(): Promise<{ offerId: string }[]> {
    const rows = await database.db.execute<{ payload: { offerId: string } }>(
      sql`select payload from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'match_offer' order by j.id`,
    );
    return rows.map(({ payload }) => payload);
  }
});

describe("among many searches", () => {
  const MANY = process.env.TEST_LONG ? 100_000 : 20_000;

  it("the index on areas finds the candidates, and a whole country is matched by pages", async () => {
    const pupil = await world.newPupil();
    await database.db.execute(sql`
      insert into saved_searches (id, person_id, campaign_id, frequency, place, latitude, longitude, radius_km, area,
        sectors, challenges, periods, created_at)
      select gen_random_uuid(), ${pupil.id}::uuid, ${world.campaign.id}::uuid, 'daily', 'Lieu ' || n, lat, lon, 20,
        box(point(lon + 0.3, lat + 0.2), point(lon - 0.3, lat - 0.2)), '{}', '{}', '{}', ${clock.now().toISOString()}::timestamptz
      from (select n, 42 + 8 * (n * 7919 % 9973) / 9973.0 as lat, -4 + 11 * (n * 104729 % 99991) / 99991.0 as lon
        from generate_series(1, ${MANY}::bigint) n) places`);
    await database.db.execute(sql`
      insert into saved_searches (id, person_id, campaign_id, frequency, radius_km, area, sectors, challenges, periods, created_at)
      select gen_random_uuid(), ${pupil.id}::uuid, ${world.campaign.id}::uuid, 'daily', 0, ${areaOf(null, 0)}::box,
        array['s43', 'x' || n], '{}', '{}', ${clock.now().toISOString()}::timestamptz
      from generate_series(1, 2500) n`);
    await database.db.execute(sql`analyze saved_searches`);
    const offer = await world.newOffer({ point: RENNES });
    const plan = await database.db.execute<{ "QUERY PLAN": string }>(
      sql`explain ${answeredSearches(offer.id, "2027-03-01")}`,
    );
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toContain("saved_searches_area_index");
    expect(text).not.toContain("Seq Scan on saved_searches");
    const found = await match(offer.id);
    expect(found).toBeGreaterThan(2500);
    expect(await matched(offer.id)).toHaveLength(found);
  });
});
