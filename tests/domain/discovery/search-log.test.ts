import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openSearchLog } from "#app/domain/discovery/search-log.server.ts";
import type { NotedSearch, SearchLog } from "#app/domain/discovery/search-log.ts";
import { writeSearches } from "#app/domain/discovery/write-searches.server.ts";
import { loader } from "#app/routes/public/offers.tsx";
import { forgetSynonyms } from "#app/domain/search/words/synonym-book.server.ts";
import { searchLog } from "#db/schema/index.ts";
import { routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { insertSynonyms } from "#tests/domain/search/many-offers.ts";

const database = testDatabase();
const clock = fakeClock("2027-03-01T09:41:12Z");
let app: ReturnType<typeof testApp>;

beforeAll(async () => {
  app = testApp(database, clock);
  await factories(database.db, clock).world();
  await insertSynonyms(database.db, [["véto", "vétérinaire"]]);
  forgetSynonyms();
});
beforeEach(async () => {
  await database.db.execute(sql`truncate search_log`);
});

const search = (values: Partial<NotedSearch> = {}): NotedSearch => ({
  at: clock.now(),
  center: { latitude: 48.1049, longitude: -1.6712 },
  radiusKm: 30,
  sectors: [],
  family: null,
  challenges: [],
  periods: [],
  words: null,
  total: 3,
  ...values,
});
const rows = () => database.db.select().from(searchLog);
const write = (...searches: NotedSearch[]) =>
  writeSearches({ db: database.db, places: app.places }, searches);

describe("a search that is noted", () => {
  it("says the hour and the commune, never the point", async () => {
    await write(search({ sectors: ["s43"], periods: ["semaine-1"] }));
    const [row] = await rows();
    expect(row).toMatchObject({
      searchedAt: new Date("2027-03-01T09:00:00Z"),
      inseeCode: "35238",
      radiusKm: 30,
      total: 3,
      sectors: ["s43"],
      periods: ["semaine-1"],
      words: [],
      unknownWords: false,
    });
    expect(JSON.stringify(row)).not.toMatch(/48\.1|1\.67/);
  });

  it("keeps of its words those that an offer or a synonym holds: the others may be a name", async () => {
    await write(
      search({ words: "soins quemeneur" }),
      search({ words: "Véto" }),
      search({ words: "le cabinet" }),
      search({ words: "ines'); drop table search_log" }),
    );
    expect((await rows()).map(({ words, unknownWords }) => [words, unknownWords])).toEqual([
      [["soins"], true],
      [["veto"], false],
      [["cabinet"], false],
      [[], true],
    ]);
  });

  it("has no circle when it is of the whole country", async () => {
    await write(search({ center: null, words: "soins" }));
    expect((await rows())[0]).toMatchObject({ inseeCode: null, radiusKm: null });
  });
});

describe("the log of searches", () => {
  const open = (options: { flushMs?: number; mostKept?: number; onError?: (error: unknown) => void } = {}) =>
    openSearchLog({ db: database.db, places: app.places, onError: fail, ...options });
  function fail(error: unknown): never {
    throw error;
  }

  it("writes together what came meanwhile, without being waited for", async () => {
    const log = open({ flushMs: 20 });
    for (let index = 0; index < 5; index += 1) log.note(search({ total: index }));
    await vi.waitFor(async () => expect(await rows()).toHaveLength(5));
    await log.close();
  });

  it("writes what is left as the process stops", async () => {
    const log = open({ flushMs: 60_000 });
    log.note(search());
    expect(await rows()).toEqual([]);
    await log.close();
    expect(await rows()).toHaveLength(1);
  });

  it("drops what is beyond its bound, and what could not be written", async () => {
    const log = open({ flushMs: 60_000, mostKept: 2 });
    for (let index = 0; index < 9; index += 1) log.note(search());
    await log.close();
    expect(await rows()).toHaveLength(2);
    const errors: unknown[] = [];
    const broken = open({ onError: (error) => errors.push(error) });
    broken.note(search({ total: Number.NaN }));
    await broken.close();
    expect(errors).toHaveLength(1);
    expect(await database.db.$count(searchLog, eq(searchLog.total, 3))).toBe(2);
  });
});

describe("the page of results", () => {
  it("notes each search once, on its first page, and only one that could be made", async () => {
    const noted: NotedSearch[] = [];
    const fake: SearchLog = { note: (one) => noted.push(one), close: () => Promise.resolve() };
    const visit = (query: string) =>
      loader(routeArgs({ ...app, searchLog: fake }, { path: `/offres?${query}` }));
    await visit("lieu=Rennes&rayon=10&q=soins");
    await visit("lieu=Atlantis");
    expect(noted).toMatchObject([{ radiusKm: 10, words: "soins", total: 1, at: clock.now() }]);
  });
});
