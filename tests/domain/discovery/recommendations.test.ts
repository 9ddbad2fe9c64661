import { eq, sql } from "drizzle-orm";
import { fc } from "#tests/support/properties.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listRecommendations } from "#app/domain/discovery/recommendations.queries.server.ts";
import {
  bestByFamilyQuery,
  bestOffersQuery,
  listBestByFamily,
} from "#app/domain/search/best-offers.queries.server.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { newId } from "#app/kernel/ids.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import * as tables from "#db/schema/index.ts";
import { sectors } from "#db/seed/reference/sectors.ts";
import {
  anyFilters,
  anyOffer,
  insertOffers,
  insertSectors,
  RENNES,
  scan,
  type KnownOffer,
} from "#tests/domain/search/many-offers.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";

const database = testDatabase();
const clock = fakeClock();
const HOSTS = 40;

let make: Factories;
let campaignId = "";
let schoolUai = "";
let classGroupId = "";
let offers: KnownOffer[] = [];
const hosts = new Map<string, string>();
let live: LiveIndex;
let pupilId = "";

beforeAll(async () => {
  make = factories(database.db, clock);
  await make.reference();
  await insertSectors(database.db);
  campaignId = (await make.campaign()).id;
  schoolUai = (await make.school({ ...RENNES })).uai;
  classGroupId = (await make.classGroup(schoolUai)).id;
  const other = (await make.school()).uai;
  const arbitrary = anyOffer({ campaigns: [campaignId], schools: [schoolUai, other] });
  // Every family, and most offers within 30 km: there is something to choose from.
  const codes = sectors.map(({ code }) => code);
  const nearer = (value: number, center: number) => center + (value - center) / 4;
  offers = fc.sample(arbitrary, { numRuns: 1200, seed: 5 }).map((offer, place) => ({
    ...offer,
    sectorCode: codes[(place * 7) % codes.length] ?? "s1",
    latitude: nearer(offer.latitude, RENNES.latitude),
    longitude: nearer(offer.longitude, RENNES.longitude),
  }));
  for (let host = 0; host < HOSTS; host += 1) {
    const organisation = await make.organisation();
    const own = offers.filter((_, place) => place % HOSTS === host);
    for (const { id } of own) hosts.set(id, organisation.id);
    await insertOffers(database.db, organisation, own);
  }
  live = await followOffers(database.url, campaignId);
}, 60_000);

afterAll(() => live.close());

beforeEach(async () => {
  pupilId = (await make.pupil({ schoolUai, classGroupId })).id;
});

const ENGINES = ["the search table", "the index"] as const;
type Engine = (typeof ENGINES)[number];
const sourceOf = (engine: Engine) => ({
  db: database.db,
  index: engine === "the index" ? live.of(campaignId) : null,
});

const familyOf = (offerId: string) => {
  const code = offers.find(({ id }) => id === offerId)?.sectorCode;
  return sectors.find((sector) => sector.code === code)?.family;
};

async function recommend(engine: Engine, more: { surprise?: boolean; limit?: number } = {}) {
  const campaign = await getCurrentCampaign(database.db, clock.now());
  if (!campaign) throw new Error("No campaign");
  const { actor } = await make.as(pupilId);
  return listRecommendations(sourceOf(engine), { actor, campaign, at: clock.now(), ...more });
}

const idsOf = async (engine: Engine, more: { surprise?: boolean; limit?: number } = {}) =>
  (await recommend(engine, more)).suggestions.map(({ offer }) => offer.id);

/** An offer of the family that a pupil of the school may be shown. */
function offerOf(family: string): KnownOffer {
  const found = open().find(({ id }) => familyOf(id) === family);
  if (!found) throw new Error(`No offer of ${family}`);
  return found;
}

const asker = () => ({ schoolUai, priorityEducation: false, priorityDistrict: false });
const around = (): SearchFilters => ({
  campaignId,
  center: RENNES,
  radiusKm: 100,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
  sort: "pertinence",
});
const open = () => scan(offers, around(), asker());

const look = (offerId: string, viewedAt = clock.now()) =>
  database.db.insert(tables.viewedOffers).values({ pupilId, offerId, viewedAt });

describe.each(ENGINES)("the best offers of each family, from %s", (engine) => {
  it("are the first by relevance of those that a scan of every offer finds", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters(campaignId), fc.integer({ min: 1, max: 6 }), async (filters, most) => {
        const plain = { ...filters, words: null, sort: "pertinence" as const };
        const found = await listBestByFamily(sourceOf(engine), plain, asker(), most);
        const counts = new Map<string, number>();
        const expected = scan(offers, plain, asker()).filter(({ id }) => {
          const count = (counts.get(familyOf(id) ?? "") ?? 0) + 1;
          counts.set(familyOf(id) ?? "", count);
          return count <= most;
        });
        expect(found.map(({ offer }) => offer.id)).toEqual(expected.map(({ id }) => id));
        for (const { offer, family, organisationId } of found)
          expect([family, organisationId]).toEqual([familyOf(offer.id), hosts.get(offer.id)]);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(ENGINES)("suggestions from %s", (engine) => {
  it("come one in five from a family never looked at, the others from those looked at", async () => {
    await look(offerOf("sante").id);
    await look(offerOf("numerique").id);
    const { suggestions } = await recommend(engine);
    const fresh = suggestions.map(({ offer }) => !["sante", "numerique"].includes(familyOf(offer.id) ?? ""));
    expect(fresh).toEqual(Array.from({ length: 20 }, (_, place) => place % 5 === 4));
    for (const [place, { reasons }] of suggestions.entries())
      expect(reasons[0]?.code).toBe(place % 5 === 4 ? "discovery" : "viewed");
  });

  it("hold only offers that the pupil may have, two of a host at most", async () => {
    const entitled = new Set(open().map(({ id }) => id));
    for (const surprise of [false, true]) {
      const ids = await idsOf(engine, { surprise });
      expect(ids).toHaveLength(20);
      expect(ids.filter((id) => !entitled.has(id))).toEqual([]);
      for (const host of new Set(ids.map((id) => hosts.get(id))))
        expect(ids.filter((id) => hosts.get(id) === host).length).toBeLessThanOrEqual(2);
    }
  });

  it("are the same all day, and begin in the same way when fewer are asked for", async () => {
    await look(offerOf("culture").id);
    const morning = await idsOf(engine);
    const other = engine === "the index" ? "the search table" : "the index";
    expect(await idsOf(other)).toEqual(morning);
    expect(await idsOf(engine, { limit: 5 })).toEqual(morning.slice(0, 5));
    const surprises = await idsOf(engine, { surprise: true });
    const campaign = await getCurrentCampaign(database.db, clock.now());
    const { actor } = await make.as(pupilId);
    if (!campaign) throw new Error("No campaign");
    const ask = async (at: Date) =>
      (await listRecommendations(sourceOf(engine), { actor, campaign, at, surprise: true })).suggestions.map(
        ({ offer }) => offer.id,
      );
    const after = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);
    expect(await ask(after(10))).toEqual(surprises);
    const days = await Promise.all([24, 48, 72].map((hours) => ask(after(hours))));
    expect(days.some((ids) => ids.join() !== surprises.join())).toBe(true);
  });

  it("surprise with families never looked at alone", async () => {
    for (const family of ["sante", "culture", "medias"]) await look(offerOf(family).id);
    const { suggestions } = await recommend(engine, { surprise: true });
    expect(suggestions).toHaveLength(20);
    for (const { offer, reasons } of suggestions) {
      expect(["sante", "culture", "medias"]).not.toContain(familyOf(offer.id));
      expect(reasons[0]).toMatchObject({ code: "discovery" });
    }
  });
});

describe("suggestions", () => {
  const engine = "the search table";

  it("forget what was opened long ago, and tell the strongest sign of interest", async () => {
    await look(offerOf("sante").id, new Date(clock.now().getTime() - 60 * 86_400_000));
    const codes = (await recommend(engine)).suggestions.flatMap(({ reasons }) =>
      reasons.map(({ code }) => code),
    );
    expect(codes).not.toContain("viewed");
    await look(offerOf("culture").id);
    await database.db
      .insert(tables.favourites)
      .values({ pupilId, offerId: offerOf("culture").id, wantsAlert: false, addedAt: clock.now() });
    const { suggestions } = await recommend(engine);
    expect(suggestions[0]?.reasons[0]).toEqual({ code: "kept", family: "Culture, livre et spectacle" });
  });

  it("claim no application of a letter that was never sent, and do not suggest its offer", async () => {
    const [begun] = await idsOf(engine);
    if (!begun) throw new Error("Nothing suggested");
    const now = clock.now();
    await database.db.insert(tables.applications).values({
      id: newId(),
      campaignId,
      offerId: begun,
      pupilId,
      status: "draft",
      motivation: "Bonjour,",
      createdAt: now,
      updatedAt: now,
    });
    const { suggestions } = await recommend(engine);
    expect(suggestions[0]?.reasons[0]).toMatchObject({ code: "begun" });
    expect(suggestions.map(({ offer }) => offer.id)).not.toContain(begun);
  });

  it("leave out what was applied to, whatever became of it, and what is kept", async () => {
    const [applied, kept] = await idsOf(engine);
    if (!applied || !kept) throw new Error("Nothing suggested");
    await database.db
      .insert(tables.favourites)
      .values({ pupilId, offerId: kept, wantsAlert: false, addedAt: clock.now() });
    const now = clock.now();
    await database.db.insert(tables.applications).values({
      id: newId(),
      campaignId,
      offerId: applied,
      pupilId,
      status: "declined",
      createdAt: now,
      updatedAt: now,
      submittedAt: now,
      motivation: "J’aimerais beaucoup découvrir ce métier pendant mon stage.",
    });
    const ids = await idsOf(engine);
    expect(ids).not.toContain(applied);
    expect(ids).not.toContain(kept);
  });

  it("are blind to the name and the class", async () => {
    await look(offerOf("droit-securite").id);
    const before = await recommend(engine);
    const otherClass = await make.classGroup(schoolUai, "2de Z");
    await database.db
      .update(tables.persons)
      .set({ firstName: "Mamadou", lastName: "Le Goff", birthDate: "2010-01-01" })
      .where(eq(tables.persons.id, pupilId));
    await database.db
      .update(tables.classMembers)
      .set({ classGroupId: otherClass.id })
      .where(eq(tables.classMembers.personId, pupilId));
    expect(await recommend(engine)).toEqual(before);
  });

  it("know of the school its place and its rights alone", async () => {
    const before = await recommend(engine);
    const set = (values: Partial<typeof tables.schools.$inferInsert>) =>
      database.db.update(tables.schools).set(values).where(eq(tables.schools.uai, schoolUai));
    await set({ name: "Lycée Sainte-Marthe", kind: "Lycée professionnel", isPublic: false });
    expect(await recommend(engine)).toEqual(before);
    await set({ latitude: null, longitude: null });
    expect(await recommend(engine)).toMatchObject({ placed: false, suggestions: [] });
    await set({ ...RENNES });
  });

  it("follow the week that is left, and stop once both are found", async () => {
    const take = async (offer: KnownOffer, week: 1 | 2) => {
      const application = { id: newId(), offerId: offer.id, pupilId, campaignId };
      const now = clock.now();
      await database.db.insert(tables.applications).values({
        ...application,
        status: "confirmed",
        createdAt: now,
        updatedAt: now,
        submittedAt: now,
        motivation: "J’aimerais beaucoup découvrir ce métier pendant mon stage.",
      });
      await database.db.insert(tables.applicationWeeks).values({
        applicationId: application.id,
        offerId: offer.id,
        pupilId,
        campaignId,
        week,
        state: "taken",
      });
    };
    await take(offerOf("sante"), 1);
    const { suggestions, placed } = await recommend(engine);
    expect(placed).toBe(false);
    expect(suggestions).toHaveLength(20);
    for (const { offer } of suggestions) expect(offer.acceptsSingleWeek && offer.free[2] > 0).toBe(true);
    await take(offerOf("culture"), 2);
    expect(await recommend(engine)).toMatchObject({ placed: true, suggestions: [] });
  });

  it("never read a whole table", async () => {
    await database.db.execute(sql`analyze`);
    const filters = { ...around(), radiusKm: 10, words: null };
    const ids = open()
      .slice(0, 100)
      .map(({ id }) => id);
    for (const query of [bestByFamilyQuery(filters, asker(), 24), bestOffersQuery(ids, filters, asker())]) {
      const plan = (await database.db.execute(sql`explain ${query}`))
        .map((row) => String(row["QUERY PLAN"]))
        .join("\n");
      expect(plan).not.toMatch(/Seq Scan on (offer_search|offers)/);
    }
  });
});
