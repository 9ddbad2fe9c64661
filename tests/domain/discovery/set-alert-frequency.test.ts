import { beforeAll, beforeEach, expect, it } from "vitest";
import { setAlertFrequency } from "#app/domain/discovery/set-alert-frequency.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
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

it("changes how soon the owner of a search is told of what answers it", async () => {
  expect(await setAlertFrequency(pupil, { savedSearchId, frequency: "daily" })).toEqual({ ok: true });
  expect(await savedBy(pupil)).toMatchObject([{ frequency: "daily" }]);
});

it("changes nobody else's", async () => {
  const answer = await setAlertFrequency(neighbour, { savedSearchId, frequency: "daily" });
  expect(answer).toEqual({ ok: false, error: { code: "not_found" } });
  expect(await savedBy(pupil)).toMatchObject([{ frequency: "instant" }]);
});
