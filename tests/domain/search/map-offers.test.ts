import { fc } from "#tests/support/properties.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { mapOffers, offersAt, pointsOf } from "#app/domain/search/map-offers.queries.server.ts";
import { MAX_CLUSTERS } from "#app/domain/search/offer-map.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { wholeSquares } from "#app/domain/search/search-facets.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { countOffers, type SearchSource } from "#app/domain/search/search-offers.queries.server.ts";
import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";
import { anyFilters, anyOffer, insertOffers, insertSectors, scan, type KnownOffer } from "./many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
const RUNS = process.env.TEST_LONG ? 300 : 20;
const WORLD: GeoBox = { south: -90, west: -180, north: 90, east: 180 };

let campaignId = "";
let offers: KnownOffer[] = [];
let askers: (Eligibility | null)[] = [];
let live: LiveIndex;

beforeAll(async () => {
  const make = factories(database.db, clock);
  await make.reference();
  await insertSectors(database.db);
  campaignId = (await make.campaign()).id;
  const schools = [(await make.school()).uai];
  askers = [null, { schoolUai: schools[0] ?? "", priorityEducation: true, priorityDistrict: false }];
  offers = fc.sample(anyOffer({ campaigns: [campaignId], schools }), { numRuns: 500, seed: 5 });
  await insertOffers(database.db, await make.organisation({ name: "Fabrique" }), offers);
  live = await followOffers(database.url, campaignId);
});
afterAll(() => live.close());

const ENGINES = ["the search table", "the index"] as const;
const sourceOf = (engine: (typeof ENGINES)[number]): SearchSource => ({
  db: database.db,
  index: engine === "the index" ? live.of(campaignId) : null,
});

const filtersOf = (change: Partial<SearchFilters> = {}): SearchFilters => ({
  campaignId,
  center: null,
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
  sort: "recentes" as const,
  ...change,
});

/** Boxes around Rennes, where the offers are, wide or narrow. */
const anyBox: fc.Arbitrary<GeoBox> = fc
  .record({
    south: fc.double({ min: 46.8, max: 49.2, noNaN: true }),
    west: fc.double({ min: -3, max: -0.4, noNaN: true }),
    height: fc.double({ min: 0.01, max: 2, noNaN: true }),
    width: fc.double({ min: 0.01, max: 3, noNaN: true }),
  })
  .map(({ south, west, height, width }) => ({ south, west, north: south + height, east: west + width }));

const isIn = ({ south, west, north, east }: GeoBox, { latitude, longitude }: GeoPoint) =>
  latitude >= south && latitude < north && longitude >= west && longitude < east;

describe.each(ENGINES)("a map read from %s", (engine) => {
  it("shows in a box that covers all as many offers as the search finds", async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFilters(campaignId),
        fc.constantFrom(...askers),
        fc.integer({ min: 4, max: 17 }),
        async (filters, asker, zoom) => {
          const map = await mapOffers(sourceOf(engine), filters, asker, { zoom, box: WORLD });
          expect(map.count).toBe(await countOffers(sourceOf(engine), filters, asker));
          if (map.clusters.length < MAX_CLUSTERS)
            expect(map.clusters.reduce((sum, { count }) => sum + count, 0)).toBe(map.count);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("shows in any box the offers of the squares it touches, and none that the asker is not entitled to", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...askers),
        fc.integer({ min: 5, max: 12 }),
        anyBox,
        async (asker, zoom, box) => {
          const map = await mapOffers(sourceOf(engine), filtersOf(), asker, { zoom, box });
          const squares = wholeSquares(box, zoom);
          const expected = scan(offers, filtersOf(), asker).filter((offer) => isIn(squares, offer));
          expect(map.count).toBe(expected.length);
          const ids = new Set(expected.map(({ id }) => id));
          for (const { offer, count, together } of map.clusters) {
            expect(offer === null).toBe(count > 1);
            if (offer) expect(together && ids.has(offer.id)).toBe(true);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("lists the offers of one point, which no zoom parts", async () => {
    const { clusters } = await mapOffers(sourceOf(engine), filtersOf(), null, { zoom: 15, box: null });
    const pile = clusters.find(({ together, count }) => together && count > 1);
    if (!pile) throw new Error("No two offers on one point");
    const there = await offersAt(sourceOf(engine), filtersOf(), null, pile);
    expect(there.count).toBe(pile.count);
    const known = scan(offers, filtersOf(), null).filter(
      ({ latitude, longitude }) =>
        latitude.toFixed(5) === pile.latitude.toFixed(5) &&
        longitude.toFixed(5) === pile.longitude.toFixed(5),
    );
    expect(there.offers.map(({ id }) => id).toSorted()).toEqual(known.map(({ id }) => id).toSorted());
  });
});

it("answers the same from the index as from the table", async () => {
  await fc.assert(
    fc.asyncProperty(
      anyFilters(campaignId),
      fc.integer({ min: 5, max: 14 }),
      anyBox,
      async (filters, zoom, box) => {
        const [table, index] = await Promise.all(
          ENGINES.map(async (engine) => {
            const { count, clusters } = await mapOffers(sourceOf(engine), filters, null, { zoom, box });
            const told = clusters.map((cluster) => [
              cluster.count,
              cluster.together,
              cluster.latitude.toFixed(3),
              cluster.longitude.toFixed(3),
              cluster.offer,
            ]);
            return { count, told: told.map((one) => JSON.stringify(one)).toSorted() };
          }),
        );
        expect(index).toEqual(table);
      },
    ),
    { numRuns: RUNS },
  );
});

it("tells where the offers of a list lie", async () => {
  const [first, second] = scan(offers, filtersOf(), null);
  if (!first || !second) throw new Error("No offers");
  expect(await pointsOf(database.db, [first, second])).toEqual({
    [first.id]: [first.latitude, first.longitude],
    [second.id]: [second.latitude, second.longitude],
  });
  expect(await pointsOf(database.db, [])).toEqual({});
});
