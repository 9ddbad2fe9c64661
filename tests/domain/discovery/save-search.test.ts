import { beforeAll, beforeEach, expect, it } from "vitest";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import { MAX_SAVED_SEARCHES, type SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { AROUND_RENNES, saved, savedBy } from "./saved-search-fixture.ts";

const database = testDatabase();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupil: ActorContext;

beforeAll(async () => {
  make = factories(database.db, fakeClock());
  world = await make.world();
});
beforeEach(async () => {
  pupil = await make.as((await world.newPupil()).id);
});

const save = (criteria: Partial<SearchCriteria>, ctx = pupil) =>
  saveSearch(ctx, { criteria: { ...AROUND_RENNES, ...criteria }, frequency: "daily" });
const anywhere = { place: null, center: null };

it("keeps what is asked for the campaign under way, its words put in order", async () => {
  await save({ sectors: ["s43", "s31"], words: " cabinet   médical " });
  expect(await savedBy(pupil)).toMatchObject([
    {
      campaignId: world.campaign.id,
      frequency: "daily",
      place: "Rennes (35)",
      radiusKm: 30,
      sectors: ["s31", "s43"],
      words: "cabinet médical",
      stoppedAt: null,
    },
  ]);
});

it("refuses the same search again, whatever the order of what it asks", async () => {
  await saved(pupil, { sectors: ["s43", "s31"] });
  expect(await save({ sectors: ["s31", "s43"] })).toEqual({ ok: false, error: { code: "already_saved" } });
  expect((await save({ sectors: ["s31"] })).ok).toBe(true);
});

it("refuses to tell every offer of the country, words of no meaning alone included", async () => {
  for (const words of [null, "le"])
    expect(await save({ ...anywhere, words })).toEqual({ ok: false, error: { code: "asks_nothing" } });
});

it("stops at the limit, when the searches come at the same instant too", async () => {
  const ctx = await make.as(pupil.actor.personId, database.openPool(6));
  const tries = Array.from({ length: MAX_SAVED_SEARCHES + 3 }, (_, index) =>
    save({ ...anywhere, words: `metier${index}` }, ctx),
  );
  const refused = (await Promise.all(tries)).filter(({ ok }) => !ok);
  const tooMany = { ok: false, error: { code: "too_many_searches", max: MAX_SAVED_SEARCHES } };
  expect(refused).toEqual([tooMany, tooMany, tooMany]);
  expect(await savedBy(pupil)).toHaveLength(MAX_SAVED_SEARCHES);
});

it("saves nothing when no campaign is under way", async () => {
  const ctx = { ...pupil, clock: fakeClock("2031-03-01T09:00:00Z") };
  expect(await save({}, ctx)).toEqual({ ok: false, error: { code: "no_campaign" } });
});
