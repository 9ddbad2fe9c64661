import type { JobHelpers } from "graphile-worker";
import { expect, it } from "vitest";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import { writeSearches } from "#app/domain/discovery/write-searches.server.ts";
import { createTasks } from "#app/jobs/tasks.server.ts";
import { savedSearchMatches, searchLog } from "#db/schema/index.ts";
import { places } from "#tests/domain/offers/offer-fixture.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";

const database = testDatabase();
const clock = fakeClock();

it("what is searched and what was found for alerts are forgotten every hour, when their time has come", async () => {
  const { db } = database;
  const context = jobContext(db, database.url, "http://127.0.0.1:9", { clock });
  const make = factories(db, clock);
  const { pupil, offer } = await make.world();
  const criteria = {
    place: null,
    center: null,
    radiusKm: 30,
    sectors: [],
    family: null,
    challenges: [],
    periods: [],
    words: null,
  };
  await saveSearch(await make.as(pupil.id), {
    criteria: { ...criteria, sectors: ["s43"] },
    frequency: "daily",
  });
  await matchOffer({ db, clock }, { offerId: offer.id });
  await writeSearches({ db, places }, [{ ...criteria, at: clock.now(), total: 1 }]);
  const left = async () => [await db.$count(savedSearchMatches), await db.$count(searchLog)];
  const forget = () =>
    createTasks(context).forget_expired_access?.({}, { abortSignal: undefined } as unknown as JobHelpers);
  await forget();
  expect(await left()).toEqual([1, 1]);
  clock.set("2027-09-30T09:00:00Z");
  await forget();
  expect(await left()).toEqual([0, 1]);
  clock.set("2028-03-02T09:00:00Z");
  await forget();
  expect(await left()).toEqual([0, 0]);
});
