import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import { listSectorFamilies } from "#app/domain/reference/sectors.queries.server.ts";
import type { LiveIndex } from "#app/domain/search/offer-index/offer-index-feed.server.ts";
import { runSearch } from "#app/domain/search/run-search.server.ts";
import { readSearchQuery } from "#app/domain/search/search-filters.ts";
import type { SearchPlace } from "#app/domain/search/search-place.ts";
import { schools } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { followOffers } from "#tests/support/live-index.ts";
import { insertSectors } from "./many-offers.ts";

const database = testDatabase();
const clock = fakeClock();
const ENGINES = ["the search table", "the index"] as const;

let campaign: Campaign;
let families: SectorFamily[];
let live: LiveIndex;
let asker: { schoolUai: string; priorityEducation: boolean; priorityDistrict: boolean };

beforeAll(async () => {
  const make = factories(database.db, clock);
  const world = await make.world();
  await insertSectors(database.db);
  await database.db
    .update(schools)
    .set({ latitude: 48.1, longitude: -1.6 })
    .where(eq(schools.uai, world.school.uai));
  families = await listSectorFamilies(database.db);
  const current = await getCurrentCampaign(database.db, clock.now());
  if (!current) throw new Error("No campaign");
  campaign = current;
  asker = { schoolUai: world.school.uai, priorityEducation: false, priorityDistrict: false };
  // One offer of s43 already has a seat in each week.
  for (let more = 0; more < 5; more += 1)
    await world.newOffer({ values: { sectorCode: "s31" }, seats: [0, 1] });
  for (let more = 0; more < 3; more += 1) await world.newOffer({ values: { sectorCode: "s1" } });
  live = await followOffers(database.url, campaign.id);
});

afterAll(() => live.close());

describe.each(ENGINES)("a search of %s", (engine) => {
  const search = (text: string, pupil = false) => {
    const query = readSearchQuery(new URLSearchParams(text), families);
    const where: SearchPlace = query.center
      ? { kind: "found", label: "ici", center: query.center, approximate: false, others: [] }
      : { kind: "none" };
    const index = engine === "the index" ? live.of(campaign.id) : null;
    return runSearch(database.db, { query, where, campaign, families, index }, pupil ? asker : null);
  };
  const familyOf = (code: string) =>
    families.find(({ sectors }) => sectors.some((one) => one.code === code))?.slug ?? "";

  it("says that words of no meaning alone were left out", async () => {
    const { page, ignored } = await search("q=pour+un+stage");
    expect([page.total, ignored]).toEqual([9, ["q"]]);
    expect((await search("q=pour+un+atelier")).ignored).toEqual([]);
  });

  it("counts what each filter would bring, together with its page", async () => {
    const { page, facets, widenings } = await search("");
    expect(page.total).toBe(9);
    expect(facets).toMatchObject({ total: 9, sectors: { s43: 1, s31: 5, s1: 3 } });
    expect(facets.periods).toEqual({ "deux-semaines": 4, "semaine-1": 4, "semaine-2": 9 });
    expect(widenings).toBeNull();
  });

  it("shows real offers where it finds none, by giving up as little as possible", async () => {
    const nothing = (text: string) =>
      search(text).then(({ page, instead }) => ({ ...instead, total: page.total }));
    expect((await search("")).instead).toBeNull();
    const trade = await nothing("lat=48.11&lon=-1.68&q=qzxqzx");
    expect(trade).toMatchObject({ total: 0, givenUp: "trade" });
    expect(trade.offers).toHaveLength(3);
    expect(await nothing("lat=47.6&lon=-1.68&rayon=5")).toMatchObject({ total: 0, givenUp: "distance" });
    expect(await nothing("lat=43.3&lon=5.4&rayon=5")).toMatchObject({ total: 0, givenUp: "place" });
  });

  it("names other periods and other families, with what each then finds", async () => {
    const asked = "secteur=s43&periode=semaine-1";
    const { widenings, page } = await search(asked);
    expect(page.total).toBe(1);
    const other = (widenings ?? []).map(({ change, total }) => ({ ...change, total }));
    expect(other).toContainEqual({ kind: "family", family: familyOf("s1"), total: 3 });
    expect(other).not.toContainEqual(expect.objectContaining({ family: familyOf("s43") }));
    const kinds = other.map(({ kind }) => kind);
    expect(kinds).toEqual(["family", "sectors", "filters"]);

    const later = await search("secteur=s31&periode=semaine-1");
    expect(later.page.total).toBe(0);
    expect(later.widenings).toContainEqual({ change: { kind: "period", period: "semaine-2" }, total: 5 });
    expect((await search("secteur=s31&periode=semaine-2")).page.total).toBe(5);
  });

  it("tells where the nearest offers are when no single change brings any", async () => {
    const { widenings } = await search(
      "lat=48.6&lon=-1.68&rayon=5&secteur=s31&periode=semaine-1&q=introuvable",
    );
    expect(widenings).toEqual([{ change: { kind: "around", radiusKm: 60 }, total: 9 }]);
  });

  it("tells a pupil who searches nowhere how far offers are from their school", async () => {
    const { from, page } = await search("", true);
    expect(from).toBe("school");
    expect(page.offers.every(({ distanceKm }) => distanceKm !== null)).toBe(true);
    expect(await search("")).toMatchObject({ from: null });
    expect((await search("")).page.offers[0]?.distanceKm).toBeNull();
    expect(await search("lat=48.11&lon=-1.68", true)).toMatchObject({ from: "place" });
  });
});
