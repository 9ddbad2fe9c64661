import fc from "fast-check";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { moveSeats } from "#app/domain/offers/seats.store.server.ts";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { decodeCursor } from "#app/domain/search/search-cursor.ts";
import { RADII_KM, type SearchFilters } from "#app/domain/search/search-filters.ts";
import { countOffers, searchOffers } from "#app/domain/search/search-offers.queries.server.ts";
import { listWidenings } from "#app/domain/search/widen-search.queries.server.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import {
  anyFilters,
  anyOffer,
  insertOffers,
  insertSectors,
  RENNES,
  scan,
  type KnownOffer,
} from "./many-offers.ts";

const database = testDatabase();
const RUNS = process.env.TEST_LONG ? 1000 : 60;

let campaignId = "";
let organisation: Awaited<ReturnType<ReturnType<typeof factories>["organisation"]>>;
let offers: KnownOffer[] = [];
let askers: (Eligibility | null)[] = [];

beforeAll(async () => {
  const make = factories(database.db, fakeClock());
  await make.reference();
  await insertSectors(database.db);
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
});

/** Every page of a search, one after the other. */
async function walk(filters: SearchFilters, asker: Eligibility | null, between = async () => {}) {
  const ids: string[] = [];
  const totals: number[] = [];
  let cursor: string | null = null;
  do {
    const from = cursor === null ? null : decodeCursor(cursor, filters.sort);
    const page = await searchOffers(database.db, filters, asker, from);
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

describe("a search", () => {
  it("finds what a scan of every offer finds, in the same order, with the true total on each page", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters(campaignId), fc.constantFrom(...askers), async (filters, asker) => {
        const expected = scan(offers, filters, asker).map(({ id }) => id);
        const { ids, totals } = await walk(filters, asker);
        expect(ids).toEqual(expected);
        expect(new Set(totals)).toEqual(new Set([expected.length]));
      }),
      { numRuns: RUNS },
    );
  });

  it("sorted by relevance, finds each matching offer once, the titles that match best first", async () => {
    const filters = { ...everything(), words: "jardin", sort: "pertinence" as const };
    const expected = scan(offers, filters, null).map(({ id }) => id);
    const { ids } = await walk(filters, null);
    expect(ids.toSorted()).toEqual(expected.toSorted());
    expect(ids.length).toBeGreaterThan(20);
  });

  it("never shows an offer that is full, closed, of a past campaign or kept for other schools", async () => {
    for (const asker of askers) {
      const { ids } = await walk(everything(), asker);
      expect(ids.toSorted()).toEqual(
        scan(offers, everything(), asker)
          .map(({ id }) => id)
          .toSorted(),
      );
    }
  });

  it("never finds less when the radius grows", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters(campaignId), async (filters) => {
        const totals = await Promise.all(
          RADII_KM.map((radiusKm) =>
            countOffers(database.db, { ...filters, center: RENNES, radiusKm }, null),
          ),
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
    const total = await countOffers(database.db, poor, null);
    const widenings = await listWidenings(database.db, poor, null, { total, families: ["numerique"] });
    const counted = async (change: Partial<SearchFilters>) =>
      countOffers(database.db, { ...poor, ...change }, null);
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
    const widenings = await listWidenings(database.db, nowhere, null, { total: 0, families: [] });
    expect(widenings).toEqual([
      { change: { kind: "everywhere" }, total: await countOffers(database.db, everything(), null) },
    ]);
  });
});

describe("a walk from page to page", () => {
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
      const { ids } = await walk(filters, null, disturb);
      const met = new Map<string, number>();
      for (const id of ids) met.set(id, (met.get(id) ?? 0) + 1);
      expect(filled.size).toBeGreaterThan(1);
      for (const { id } of before) {
        const times = met.get(id) ?? 0;
        if (filled.has(id)) expect(times).toBeLessThanOrEqual(1);
        else expect(times).toBe(1);
      }
      expect(ids).toHaveLength(met.size);
    },
  );
});

const FILLED_AT = new Date("2027-03-02T09:00:00Z");

/** Takes every free seat of an offer, as confirmations would. */
async function fill(offer: KnownOffer): Promise<void> {
  await database.db.transaction(async (tx) => {
    for (const [index, [capacity, gone]] of offer.seats.entries())
      for (let left = capacity - gone; left > 0; left -= 1) {
        await moveSeats(tx, offer.id, [index + 1], "reserve", FILLED_AT);
        await moveSeats(tx, offer.id, [index + 1], "take", FILLED_AT);
      }
  });
  offer.seats = [
    [offer.seats[0][0], offer.seats[0][0]],
    [offer.seats[1][0], offer.seats[1][0]],
  ];
}

it("has no row left in the projection for an offer that filled up during the walks", async () => {
  const rows = await database.db.execute<{ id: string }>(sql`select offer_id as id from offer_search`);
  const open = new Set(rows.map(({ id }) => id));
  for (const asker of askers)
    for (const { id } of scan(offers, everything(), asker)) expect(open.has(id)).toBe(true);
  const { ids } = await walk(everything(), null);
  expect(ids).toHaveLength(scan(offers, everything(), null).length);
});
