import { fc } from "#tests/support/properties.ts";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { moveSeats } from "#app/domain/offers/seats.store.server.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { checkInvariants, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { countFacets, listClusters } from "#app/domain/search/explore-offers.queries.server.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { decodeCursor } from "#app/domain/search/search-cursor.ts";
import { RADII_KM, type SearchFilters } from "#app/domain/search/search-filters.ts";
import {
  countOffers,
  searchOffers,
  type SearchSource,
} from "#app/domain/search/search-offers.queries.server.ts";
import { listWidenings } from "#app/domain/search/widen-search.queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { offerSearch } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";
import {
  anyFilters,
  anyOffer,
  insertOffers,
  insertSectors,
  insertSynonyms,
  RENNES,
  scan,
  scanFacets,
  SYNONYMS,
  type KnownOffer,
} from "./many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
const RUNS = process.env.TEST_LONG ? 1000 : 60;

let campaignId = "";
let organisation: Awaited<ReturnType<ReturnType<typeof factories>["organisation"]>>;
let offers: KnownOffer[] = [];
let askers: (Eligibility | null)[] = [];
let live: LiveIndex;

beforeAll(async () => {
  const make = factories(database.db, clock);
  await make.reference();
  await insertSectors(database.db);
  await insertSynonyms(database.db, SYNONYMS);
  campaignId = (await make.campaign()).id;
  const past = await make.campaign({ schoolYear: "2025-2026", startsOn: "2026-06-15", endsOn: "2026-06-26" });
  organisation = await make.organisation({ name: "Fabrique" });
  const schools = [(await make.school()).uai, (await make.school()).uai];
  askers = [
    null,
    { schoolUai: schools[0] ?? "", priorityEducation: false, priorityDistrict: false },
    { schoolUai: schools[1] ?? "", priorityEducation: true, priorityDistrict: true },
  ];
  const arbitrary = anyOffer({ campaigns: [campaignId, campaignId, campaignId, past.id], schools });
  offers = fc.sample(arbitrary, { numRuns: 1500, seed: 17 });
  await insertOffers(database.db, organisation, offers);
  live = await followOffers(database.url, campaignId);
});

afterAll(() => live.close());

/** The two ways to answer: the search table, which is the truth, and the index that follows it. */
const ENGINES = ["the search table", "the index"] as const;
type Engine = (typeof ENGINES)[number];

function sourceOf(engine: Engine): SearchSource {
  return { db: database.db, index: engine === "the index" ? live.of(campaignId) : null };
}

/** The index hears of a change a moment after its transaction. */
async function untilIndexHas(total: number): Promise<void> {
  await vi.waitFor(async () =>
    expect(await countOffers(sourceOf("the index"), everything(), null)).toBe(total),
  );
}

/** The same, of every row: as many may come as go. */
async function untilIndexFollows(): Promise<void> {
  const expected = scan(offers, everything(), null).map(({ id }) => id);
  await vi.waitFor(async () =>
    expect((await walk(() => sourceOf("the index"), everything(), null)).ids).toEqual(expected),
  );
}

/** Every page of a search, one after the other. */
async function walk(
  nextSource: () => SearchSource,
  filters: SearchFilters,
  asker: Eligibility | null,
  between = async () => {},
) {
  const ids: string[] = [];
  const totals: number[] = [];
  let cursor: string | null = null;
  do {
    const from = cursor === null ? null : decodeCursor(cursor, filters.sort);
    const page = await searchOffers(nextSource(), filters, asker, from);
    ids.push(...page.offers.map(({ id }) => id));
    totals.push(page.total);
    cursor = page.nextCursor;
    await between();
  } while (cursor !== null);
  return { ids, totals };
}

const everything = (): SearchFilters => ({
  campaignId,
  center: null,
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
  sort: "recentes",
});

describe.each(ENGINES)("a search of %s", (engine) => {
  const source = () => sourceOf(engine);

  it("finds what a scan of every offer finds, in the same order, with the true total on each page", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters(campaignId), fc.constantFrom(...askers), async (filters, asker) => {
        const expected = scan(offers, filters, asker).map(({ id }) => id);
        const { ids, totals } = await walk(source, filters, asker);
        expect(ids).toEqual(expected);
        expect(new Set(totals)).toEqual(new Set([expected.length]));
      }),
      { numRuns: RUNS },
    );
  });

  it("counts for each facet what choosing its value would bring", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters(campaignId), fc.constantFrom(...askers), async (filters, asker) => {
        expect(await countFacets(source(), filters, asker)).toEqual(scanFacets(offers, filters, asker));
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it("gathers on the map every offer it finds, each once", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFilters(campaignId),
        fc.constantFrom(...askers),
        fc.integer({ min: 4, max: 14 }),
        async (filters, asker, zoom) => {
          const found = scan(offers, filters, asker);
          const clusters = await listClusters(source(), filters, asker, zoom);
          expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
          for (const { offerId, count, together, latitude, longitude } of clusters) {
            expect(offerId === null).toBe(count > 1);
            if (count === 1) expect(together).toBe(true);
            if (offerId === null) continue;
            expect(found.find(({ id }) => id === offerId)).toMatchObject({ latitude, longitude });
          }
        },
      ),
      { numRuns: Math.ceil(RUNS / 2) },
    );
  });

  it("sorts what is told in the title before what is told in the description", async () => {
    const filters = { ...everything(), words: "travail", sort: "pertinence" as const };
    const [first] = scan(offers, everything(), null).filter(({ quality }) => quality === 100);
    if (!first) throw new Error("No offer of the least quality");
    const told = { ...first, id: newId(), title: "Travail du bois" };
    await insertOffers(database.db, organisation, [told]);
    await untilIndexHas(scan(offers, everything(), null).length + 1);
    const best = await searchOffers(source(), { ...filters, sectors: [told.sectorCode] }, null);
    const sameQuality = scan(offers, everything(), null).filter(
      ({ quality, sectorCode }) => quality === 100 && sectorCode === told.sectorCode,
    );
    expect(best.total).toBeGreaterThan(sameQuality.length);
    const ids = (await walk(source, { ...filters, sectors: [told.sectorCode] }, null)).ids;
    for (const { id } of sameQuality) expect(ids.indexOf(told.id)).toBeLessThan(ids.indexOf(id));
    await fill(told);
    await untilIndexHas(scan(offers, everything(), null).length);
  });

  it("never finds less when the radius grows", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters(campaignId), async (filters) => {
        const totals = await Promise.all(
          RADII_KM.map((radiusKm) => countOffers(source(), { ...filters, center: RENNES, radiusKm }, null)),
        );
        expect(totals).toEqual(totals.toSorted((a, b) => a - b));
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    );
  });

  it("tells what each way of widening brings, as many offers as the widened search then finds", async () => {
    const poor: SearchFilters = {
      ...everything(),
      center: RENNES,
      radiusKm: 20,
      sectors: ["s31"],
      periods: ["semaine-1"],
      words: "robot",
      sort: "distance",
    };
    const total = await countOffers(source(), poor, null);
    const widenings = await listWidenings(source(), poor, null, { total, families: ["numerique"] });
    const counted = async (change: Partial<SearchFilters>) =>
      countOffers(source(), { ...poor, ...change }, null);
    for (const { change, total: reached } of widenings) {
      expect(reached).toBeGreaterThan(total);
      if (change.kind === "radius") expect(reached).toBe(await counted({ radiusKm: change.radiusKm }));
      if (change.kind === "family")
        expect(reached).toBe(await counted({ sectors: [], family: change.family }));
      if (change.kind === "sectors") expect(reached).toBe(await counted({ sectors: [], family: null }));
      if (change.kind === "periods") expect(reached).toBe(await counted({ periods: [] }));
      if (change.kind === "words") expect(reached).toBe(await counted({ words: null }));
    }
    expect(widenings.map(({ change }) => change.kind)).toContain("radius");
    expect(widenings.at(-1)?.change.kind).toBe("filters");
  });

  it("proposes the whole country only when no circle around the place brings anything", async () => {
    const nowhere = {
      ...everything(),
      center: { latitude: -21.2766, longitude: 55.5177 },
      sort: "distance" as const,
    };
    const widenings = await listWidenings(source(), nowhere, null, { total: 0, families: [] });
    expect(widenings).toEqual([
      { change: { kind: "everywhere" }, total: await countOffers(source(), everything(), null) },
    ]);
  });
});

it("may begin in the search table and go on in the index: pages are cut alike", async () => {
  await fc.assert(
    fc.asyncProperty(anyFilters(campaignId), fc.constantFrom(...askers), async (filters, asker) => {
      let turn = 0;
      const { ids } = await walk(() => sourceOf(ENGINES[turn++ % 2] ?? ENGINES[0]), filters, asker);
      expect(ids).toEqual(scan(offers, filters, asker).map(({ id }) => id));
    }),
    { numRuns: Math.ceil(RUNS / 4) },
  );
});

describe.each(ENGINES)("a walk from page to page of %s", (engine) => {
  it.each(["distance", "recentes", "pertinence"] as const)(
    "sorted by %s, meets once each offer that stays open, while others appear and fill up",
    async (sort) => {
      const filters: SearchFilters = {
        ...everything(),
        center: RENNES,
        radiusKm: 100,
        words: sort === "pertinence" ? "jardin" : null,
        sort,
      };
      const before = scan(offers, filters, null);
      const filled = new Set<string>();
      let step = 0;
      const disturb = async () => {
        step += 1;
        const place = { latitude: RENNES.latitude + step / 500, longitude: RENNES.longitude };
        const title = "Jardin";
        const fresh = { ...(before[0] as KnownOffer), ...place, title, id: newId(), publishedAt: new Date() };
        await insertOffers(database.db, organisation, [fresh]);
        offers.push(fresh);
        const victim = before[(step * 37) % before.length] as KnownOffer;
        if (filled.has(victim.id)) return;
        filled.add(victim.id);
        await fill(victim);
      };
      const { ids } = await walk(() => sourceOf(engine), filters, null, disturb);
      const met = new Map<string, number>();
      for (const id of ids) met.set(id, (met.get(id) ?? 0) + 1);
      expect(filled.size).toBeGreaterThan(1);
      for (const { id } of before) {
        const times = met.get(id) ?? 0;
        if (filled.has(id)) expect(times).toBeLessThanOrEqual(1);
        else expect(times).toBe(1);
      }
      expect(ids).toHaveLength(met.size);
      await untilIndexFollows();
    },
  );
});

/** Takes every free seat of an offer, as confirmations would. */
async function fill(offer: KnownOffer): Promise<void> {
  await database.db.transaction(async (tx) => {
    for (const [index, [capacity, gone]] of offer.seats.entries())
      for (let left = capacity - gone; left > 0; left -= 1) {
        await moveSeats(tx, offer.id, [index + 1], "reserve", clock.now());
        await moveSeats(tx, offer.id, [index + 1], "take", clock.now());
      }
  });
  offer.seats = [
    [offer.seats[0][0], offer.seats[0][0]],
    [offer.seats[1][0], offer.seats[1][0]],
  ];
}

describe("the index and its table", () => {
  it("agree with a recount of the offers", async () => {
    expect(await checkInvariants(database.db, [PROJECTION])).toMatchObject([{ violations: 0 }]);
  });

  it("find the same, and the index hears of a row that is taken away, or put back, by any means", async () => {
    const expected = scan(offers, everything(), null);
    await untilIndexFollows();
    const gone = expected[0]?.id ?? "";
    const [row] = await database.db.delete(offerSearch).where(eq(offerSearch.offerId, gone)).returning();
    await untilIndexHas(expected.length - 1);
    await database.db.insert(offerSearch).values(row as typeof offerSearch.$inferInsert);
    await untilIndexFollows();
  });
});
