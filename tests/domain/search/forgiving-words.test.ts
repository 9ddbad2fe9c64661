import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { runSearch } from "#app/domain/search/run-search.server.ts";
import { readSearchQuery } from "#app/domain/search/search-filters.ts";
import { familyMeant } from "#app/domain/search/words/family-words.ts";
import { offerTexts } from "#db/seed/offer-texts.ts";
import { seedReference } from "#db/seed/reference.ts";
import { offers, offerSearch } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";

const database = testDatabase();
const clock = fakeClock();
const ENGINES = ["the search table", "the index"] as const;
/** The part of the phrases whose first results hold what a person expects. */
const EXPECTED_PART = 0.95;
const FIRST = 5;

let campaign: Campaign;
let families: SectorFamily[];
let live: LiveIndex;

beforeAll(async () => {
  const make = factories(database.db, clock);
  const world = await make.world();
  await seedReference(database.db);
  families = await listSectorFamilies(database.db);
  const current = await getCurrentCampaign(database.db, clock.now());
  if (!current) throw new Error("No campaign");
  campaign = current;
  await database.db.delete(offerSearch).where(eq(offerSearch.offerId, world.offer.id));
  await database.db.update(offers).set({ status: "paused" }).where(eq(offers.id, world.offer.id));
  const all = offerTexts();
  for (const { sectorCode, ...values } of all) await world.newOffer({ values: { ...values, sectorCode } });
  live = await followOffers(database.url, campaign.id, all.length);
}, 120_000);

afterAll(() => live.close());

async function search(engine: (typeof ENGINES)[number], words: string) {
  const first = await searchBy(engine, { q: words });
  const family = first.page.total === 0 ? familyMeant(words) : null;
  return family ? searchBy(engine, { famille: family }) : first;
}

async function searchBy(engine: (typeof ENGINES)[number], asked: Record<string, string>) {
  const query = readSearchQuery(new URLSearchParams({ ...asked, tri: "pertinence" }), families);
  const index = engine === "the index" ? live.of(campaign.id) : null;
  return runSearch(database.db, { query, where: { kind: "none" }, campaign, families, index }, null);
}

const phrases = readFileSync(new URL("../../fixtures/phrases-of-teenagers.csv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [typed = "", expected = ""] = line.split(";");
    return { typed, expected: expected.split("|") };
  });

describe.each(ENGINES)("words as teenagers type them, in %s", (engine) => {
  it("lead to what a person would expect", async () => {
    expect(phrases.length).toBeGreaterThanOrEqual(200);
    const missed: string[] = [];
    for (const { typed, expected } of phrases) {
      const { page } = await search(engine, typed);
      const found = page.offers.slice(0, FIRST).map(({ familySlug }) => familySlug);
      if (!found.some((family) => expected.includes(family))) missed.push(`${typed} (${found.join(", ")})`);
    }
    expect(missed.length / phrases.length, missed.join("\n")).toBeLessThanOrEqual(1 - EXPECTED_PART);
  });

  it("lose what only says that one is looking", async () => {
    const plain = await search(engine, "animaux");
    const sentence = await search(engine, "je voudrais travailler avec des animaux");
    expect(plain.page.total).toBeGreaterThan(0);
    expect(sentence.page.total).toBe(plain.page.total);
    expect(sentence.corrected).toBeNull();
  });

  it.each(["je sais pas", "un métier cool", "jsp"])(
    "say nothing when they say nothing: « %s »",
    async (typed) => {
      const { ignored, corrected } = await search(engine, typed);
      expect(ignored).toContain("q");
      expect(corrected).toBeNull();
    },
  );

  it("take either side of « ou »", async () => {
    const [one, other, either] = [
      await search(engine, "avocat"),
      await search(engine, "boulangerie"),
      await search(engine, "avocat ou boulangerie"),
    ];
    expect(either.page.total).toBe(one.page.total + other.page.total);
  });

  it("are tried all together, then any of them, which is said", async () => {
    const { page, corrected } = await search(engine, "avocat boulangerie");
    expect(corrected).toEqual({
      typed: "avocat boulangerie",
      used: "avocat ou boulangerie",
    });
    expect(page.total).toBeGreaterThan(0);
    const nothing = await search(engine, "qzxqzx wkwkwk");
    expect([nothing.page.total, nothing.corrected]).toEqual([0, null]);
  });
});
