import { beforeAll, beforeEach, expect, it } from "vitest";
import { deleteSavedSearch } from "#app/domain/discovery/delete-saved-search.server.ts";
import { matchOffer } from "#app/domain/discovery/match-offer.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { savedSearchMatches } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { saved, savedBy } from "./saved-search-fixture.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let pupil: ActorContext;
let neighbour: ActorContext;
let world: Awaited<ReturnType<Factories["world"]>>;
let savedSearchId = "";

beforeAll(async () => {
  make = factories(database.db, clock);
});
beforeEach(async () => {
  world = await make.world();
  pupil = await make.as(world.pupil.id);
  neighbour = await make.as((await world.newPupil()).id);
  savedSearchId = await saved(pupil);
});

it("forgets a search with the offers that answered it, as often as it is asked", async () => {
  const { id: offerId } = await world.newOffer();
  await matchOffer({ db: database.db, clock }, { offerId });
  expect(await database.db.$count(savedSearchMatches)).toBe(1);
  for (const _press of [1, 2]) await deleteSavedSearch(pupil, { savedSearchId });
  expect(await savedBy(pupil)).toEqual([]);
  expect(await database.db.$count(savedSearchMatches)).toBe(0);
});

it("forgets nobody else's", async () => {
  await deleteSavedSearch(neighbour, { savedSearchId });
  expect(await savedBy(pupil)).toHaveLength(1);
});
