import { expect, it } from "vitest";
import { forgetOldSearches } from "#app/domain/discovery/forget-old-searches.server.ts";
import { searchLog } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

it("forgets a search after twelve months", async () => {
  const { db } = database;
  const [old, recent] = [new Date("2026-02-28T09:00:00Z"), new Date("2026-03-02T09:00:00Z")];
  const search = { sectors: [], challenges: [], periods: [], words: [], unknownWords: false, total: 3 };
  await db.insert(searchLog).values([old, recent].map((searchedAt) => ({ searchedAt, ...search })));
  await forgetOldSearches({ db, clock: fakeClock("2027-03-01T09:41:12Z") });
  expect((await db.select().from(searchLog)).map(({ searchedAt }) => searchedAt)).toEqual([recent]);
});
