import { sql } from "drizzle-orm";
import type { JobHelpers } from "graphile-worker";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ANNOUNCED_AGAIN_AFTER_DAYS } from "#app/domain/discovery/match-offer.server.ts";
import { saveSearch } from "#app/domain/discovery/save-search.server.ts";
import type { SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import { approveOffer } from "#app/domain/offers/moderation/approve-offer.server.ts";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import { planAlerts } from "#app/domain/notifications/schedule/plan-alerts.server.ts";
import type { JobContext } from "#app/jobs/job-context.ts";
import { createTasks } from "#app/jobs/tasks.server.ts";
import { RENNES } from "#tests/domain/search/many-offers.ts";
import { fillDraft, geocoder, places, typedSteps } from "#tests/domain/offers/offer-fixture.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { jobContext } from "#tests/domain/notifications/messaging-world.ts";
import { newModerator } from "#tests/support/moderator.ts";

const database = testDatabase();
const clock = fakeClock();
let context: JobContext;
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let pupil: Awaited<ReturnType<Factories["pupil"]>>;

beforeAll(async () => {
  context = jobContext(database.db, database.url, "http://127.0.0.1:9", { clock });
  make = factories(database.db, clock);
});
beforeEach(async () => {
  await database.db.execute(sql`truncate outbox_events, saved_searches, offers cascade`);
  clock.set("2027-03-02T09:00:00Z");
  world = await make.world();
  pupil = await world.newPupil();
});

/** Of offers near Rennes with these words. */
async function save(words: string | null, owner = pupil): Promise<void> {
  const criteria: SearchCriteria = {
    place: "Rennes (35)",
    center: RENNES,
    radiusKm: 30,
    sectors: [],
    family: null,
    challenges: [],
    periods: [],
    words,
  };
  const saved = await saveSearch(await make.as(owner.id), { criteria, frequency: "instant" });
  if (!saved.ok) throw new Error(saved.error.code);
}

/** Runs the jobs that look for searches, and gives what they found. */
async function runMatches(): Promise<void> {
  const jobs = await database.db.execute<{ payload: unknown }>(
    sql`select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'match_offer' order by j.id`,
  );
  for (const { payload } of jobs) await match(payload);
  await planAlerts(context);
}

async function match(payload: unknown): Promise<void> {
  await createTasks(context).match_offer?.(payload, { abortSignal: undefined } as unknown as JobHelpers);
}

/** By an offer published under another name, which a moderator approves; that offer is news of its own, and goes. */
async function rename(name: string): Promise<void> {
  const ctx = { ...(await make.as(world.employer.id)), places, geocoder };
  const draftId = await fillDraft(ctx, typedSteps({ ...world.organisation, name }));
  expect((await publishOffer(ctx, { draftId })).ok).toBe(true);
  expect((await approveOffer(await newModerator(make), { offerId: draftId })).ok).toBe(true);
  await database.db.execute(sql`delete from offers where id = ${draftId}::uuid`);
}

/** Who was alerted to the offer, each time. */
async function alerted(): Promise<string[]> {
  const rows = await database.db.execute<{ personId: string }>(
    sql`select payload ->> 'personId' as "personId" from outbox_events where type = 'alert.matched' order by id`,
  );
  return rows.map(({ personId }) => personId);
}

describe("an offer whose organisation changes its name", () => {
  it("is announced to those who look for the new name", async () => {
    await save("kervella");
    await rename("Ébénisterie Kervella");
    await runMatches();
    expect(await alerted()).toEqual([pupil.id]);
  });

  it.each([1, ANNOUNCED_AGAIN_AFTER_DAYS + 1])(
    "is not announced twice for one search, %i days later",
    async (days) => {
      await save(null);
      await match({ offerId: world.offer.id });
      await planAlerts(context);
      expect(await alerted()).toEqual([pupil.id]);
      clock.advanceDays(days);
      await rename("Ébénisterie Kervella");
      await runMatches();
      expect(await alerted()).toEqual([pupil.id]);
    },
  );

  it("is not announced again for another search of the same pupil", async () => {
    const other = await world.newPupil();
    await save(null);
    await save("kervella");
    await save("kervella", other);
    await match({ offerId: world.offer.id });
    await planAlerts(context);
    expect(await alerted()).toEqual([pupil.id]);
    clock.advanceDays(2);
    await rename("Ébénisterie Kervella");
    await runMatches();
    expect(await alerted()).toEqual([pupil.id, other.id]);
  });
});
