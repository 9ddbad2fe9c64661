import { beforeAll, describe, expect, it } from "vitest";
import { loader } from "#app/routes/admin/searches.tsx";
import { newId } from "#app/kernel/ids.ts";
import { searchLog } from "#db/schema/index.ts";
import { cookieOf, routeArgs, testApp } from "#tests/support/app.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();
const clock = fakeClock();
let app: ReturnType<typeof testApp>;
let cookie = "";

type Row = typeof searchLog.$inferInsert;

async function note(times: number, values: Partial<Row>): Promise<void> {
  const row = {
    searchedAt: clock.now(),
    sectors: [],
    challenges: [],
    periods: [],
    words: [],
    unknownWords: false,
    total: 4,
    ...values,
  };
  await database.db.insert(searchLog).values(Array.from({ length: times }, () => ({ ...row, id: newId() })));
}

beforeAll(async () => {
  app = testApp(database, clock);
  const make = factories(database.db, clock);
  await make.reference();
  const admin = await make.person();
  await make.affiliate(admin.id, "admin");
  cookie = await cookieOf(app, admin.id);
  await note(12, { words: ["veto"], total: 0, inseeCode: "35238", radiusKm: 30 });
  await note(20, { words: ["cuisine"], sectors: ["s43"] });
  await note(10, { words: ["rare"], total: 0, inseeCode: "75056", radiusKm: 5 });
  await note(40, { words: ["ancien"], searchedAt: new Date("2027-01-01T09:00:00Z") });
  await note(60, { words: Array.from({ length: 60 }, (_, index) => `mot${String(index).padStart(2, "0")}`) });
});

const page = (query: string) => loader(routeArgs(app, { path: `/admin/recherches?${query}`, cookie }));
const lines = async (query: string) =>
  (await page(query)).figures.map(({ name, searches, empty }) => [name, searches, empty]);

describe("the figures of searches", () => {
  it("tell what found nothing, but not what a few have searched", async () => {
    expect(await lines("")).toEqual([["veto", 12, 12]]);
    expect(await lines("liste=communes")).toEqual([["Rennes (35)", 12, 12]]);
    expect(await lines("liste=secteurs")).toEqual([["Santé", 20, 0]]);
  });

  it("count the last thirty days, a page after another", async () => {
    const first = await page("liste=mots");
    expect(first.totals).toEqual({ searches: 102, empty: 22, unknown: 0 });
    expect(first.figures).toHaveLength(50);
    expect(first.hasNext).toBe(true);
    const second = await page("liste=mots&page=2");
    expect(second.hasNext).toBe(false);
    const values = [...first.figures, ...second.figures].map(({ value }) => value);
    expect(new Set(values).size).toBe(62);
    expect(values).not.toContain("ancien");
  });
});
