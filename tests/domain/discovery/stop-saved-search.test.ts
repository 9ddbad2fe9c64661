import { beforeAll, beforeEach, expect, it } from "vitest";
import { stopSavedSearch, stopSavedSearchByLink } from "#app/domain/discovery/stop-saved-search.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { saved, savedBy } from "./saved-search-fixture.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let pupil: ActorContext;
let neighbour: ActorContext;
let savedSearchId = "";

beforeAll(async () => {
  make = factories(database.db, clock);
});
beforeEach(async () => {
  const world = await make.world();
  pupil = await make.as(world.pupil.id);
  neighbour = await make.as((await world.newPupil()).id);
  savedSearchId = await saved(pupil);
});

const notFound = { ok: false, error: { code: "not_found" } };

it("stops the alerts of a search, and starts them again", async () => {
  await stopSavedSearch(pupil, { savedSearchId });
  expect(await savedBy(pupil)).toMatchObject([{ stoppedAt: clock.now() }]);
  await stopSavedSearch(pupil, { savedSearchId, undo: true });
  expect(await savedBy(pupil)).toMatchObject([{ stoppedAt: null }]);
});

it("stops nobody else's", async () => {
  expect(await stopSavedSearch(neighbour, { savedSearchId })).toEqual(notFound);
  expect(await savedBy(pupil)).toMatchObject([{ stoppedAt: null }]);
});

it("stops it for whoever holds its link, as often as it is pressed, while the search is there", async () => {
  const ctx = { db: database.db, clock };
  for (const _press of [1, 2]) expect((await stopSavedSearchByLink(ctx, { savedSearchId })).ok).toBe(true);
  expect(await savedBy(pupil)).toMatchObject([{ stoppedAt: clock.now() }]);
  expect(await stopSavedSearchByLink(ctx, { savedSearchId: newId() })).toEqual(notFound);
});
