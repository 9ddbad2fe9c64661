import { sql, type SQL } from "drizzle-orm";
import { fc } from "#tests/support/properties.ts";
import { beforeAll, describe, expect, it } from "vitest";
import { clustersQuery, facetsQuery } from "#app/domain/search/explore-offers.queries.server.ts";
import type { WordedSearch } from "#app/domain/search/search-conditions.server.ts";
import { clusterDegrees } from "#app/domain/search/search-facets.ts";
import {
  listOffersPublishedOn,
  listPublicationDays,
} from "#app/domain/search/listed-offers.queries.server.ts";
import {
  countOffers,
  countQuery,
  pageQuery,
  SHOWN_OFFERS,
} from "#app/domain/search/search-offers.queries.server.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import { readWords } from "#app/domain/search/words/search-words.server.ts";
import { heldQuery } from "#app/domain/search/words/town-in-words.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { plansOf } from "#tests/support/plans.ts";
import { anyOffer, insertOffers, insertSectors, RENNES, type KnownOffer } from "./many-offers.ts";

const database = testDatabase();
let campaignId = "";

beforeAll(async () => {
  const make = factories(database.db, fakeClock());
  await make.reference();
  await insertSectors(database.db);
  campaignId = (await make.campaign()).id;
  const organisation = await make.organisation();
  const arbitrary = anyOffer({ campaigns: [campaignId], schools: [] });
  // Spread over the whole country, and all open: the planner must have a reason to use the index.
  const offers = fc.sample(arbitrary, { numRuns: 5000, seed: 3 }).map((offer, index): KnownOffer => ({
    ...offer,
    status: "published",
    seats: [
      [2, 0],
      [2, 0],
    ],
    latitude: 43 + ((index * 7919) % 7000) / 1000,
    longitude: -1.5 + ((index * 104_729) % 7500) / 1000,
    publishedAt: new Date(Date.UTC(2027, 1, 1) + index * 1000),
  }));
  await insertOffers(database.db, organisation, offers);
  // What a bulk load leaves for later, an hour of service has long done: the index on words is swept.
  await database.db.execute(sql`vacuum analyze offer_search`);
  await database.db.execute(sql`analyze`);
}, 60_000);

const around = (radiusKm: number): SearchFilters => ({
  campaignId,
  center: RENNES,
  radiusKm,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
  sort: "distance",
});

async function planOf(query: SQL): Promise<string> {
  const rows = await database.db.execute(sql`explain ${query}`);
  return rows.map((row) => String(row["QUERY PLAN"])).join("\n");
}

const asked = (filters: SearchFilters): WordedSearch => ({ filters, asker: null, words: null });

/** Every statement that a search sends, but for those that want the whole country. */
const STATEMENTS: Record<string, (search: WordedSearch) => SQL> = {
  "a page": (search) => pageQuery(search, null),
  "a page by relevance": (search) =>
    pageQuery({ ...search, filters: { ...search.filters, sort: "pertinence" } }, null),
  "a total": countQuery,
  facets: facetsQuery,
  "a map": (search) => clustersQuery(search, clusterDegrees(9)),
  "a part of a map": (search) =>
    clustersQuery(search, clusterDegrees(9), { south: 48, west: -2, north: 48.3, east: -1.4 }),
};

describe("with a country's worth of offers", () => {
  it.each(
    Object.keys(STATEMENTS).flatMap((name) => [5, 30, 100].map((radiusKm) => [name, radiusKm] as const)),
  )("%s within %i km reads the box from the index of places", async (name, radiusKm) => {
    const plan = await planOf(STATEMENTS[name]?.(asked(around(radiusKm))) ?? sql``);
    expect(plan).toContain("offer_search_place_index");
    expect(plan).not.toContain("Seq Scan on offer_search");
  });

  it("the offers that an index in memory proposes are read by primary key", async () => {
    const [row] = await database.db.execute<{ id: string }>(
      sql`select offer_id as id from offer_search limit 1`,
    );
    const plan = await database.db.$client.unsafe(`explain ${SHOWN_OFFERS}`, [
      ...[`{${row?.id}}`, false, false, null, null, null],
    ]);
    const text = plan.map((line) => String(line["QUERY PLAN"])).join("\n");
    expect(text).toContain("offer_search_pkey");
    expect(text).not.toContain("Seq Scan");
  });

  it("the latest offers come from the index on dates, without sorting them all", async () => {
    const plan = await planOf(
      pageQuery(
        { filters: { ...around(30), center: null, sort: "recentes" }, asker: null, words: null },
        null,
      ),
    );
    expect(plan).toContain("offer_search_recent_index");
  });

  it("where a town's name is held comes from the index on words", async () => {
    const plan = await planOf(
      heldQuery({
        campaignId,
        asker: null,
        query: "( 'laborato':AB | 'ailleur':AB ) & 'xyz'",
        point: RENNES,
      }),
    );
    expect(plan).toContain("offer_search_words_index");
    expect(plan).not.toContain("Seq Scan");
  });

  it("a word with its synonyms comes from the index on words", async () => {
    const words = await readWords(database.db, "xyz");
    const plan = await planOf(countQuery({ filters: { ...around(30), center: null }, asker: null, words }));
    expect(plan).toContain("offer_search_words_index");
    expect(plan).not.toContain("Seq Scan");
  });

  it("the sample is worth the test", async () => {
    expect(
      await countOffers(
        { db: database.db, index: null },
        { ...around(100), center: null, sort: "recentes" },
        null,
      ),
    ).toBeGreaterThan(2000);
  });
});

it("the days of the sitemaps are found by probing an index, from one to the next", async () => {
  const [plan] = await plansOf(database.db, (db) => listPublicationDays(db, campaignId));
  expect(plan).toContain("offer_search_recent_index");
  expect(plan).not.toContain("Seq Scan");
});

it("the offers of a sitemap are read from an index", async () => {
  const wanted = { campaignId, day: "2027-02-02" };
  const [plan] = await plansOf(database.db, (db) => listOffersPublishedOn(db, wanted));
  expect(plan).toContain("offer_search_recent_index");
});
