import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { listSearchInterests } from "#app/domain/discovery/interests.queries.server.ts";
import type { Database } from "#db/client.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock, type Factories } from "#tests/support/factories.ts";
import { plansOf } from "#tests/support/plans.ts";

const database = testDatabase();
const clock = fakeClock();
let make: Factories;
let world: Awaited<ReturnType<Factories["world"]>>;
let campaign: Campaign | null = null;

beforeAll(async () => {
  const { db } = database;
  make = factories(db, clock);
  world = await make.world();
  campaign = await getCurrentCampaign(db, clock.now());
  for (let more = 1; more < 20; more += 1) await world.newOffer();
  const at = clock.now().toISOString();
  await db.execute(sql`insert into persons (id, first_name, last_name, created_at)
    select gen_random_uuid(), 'Camille', 'Dupont', ${at}::timestamptz from generate_series(1, 2000)`);
  await db.execute(sql`insert into favourites (pupil_id, offer_id, wants_alert, added_at)
    select p.id, o.id, false, ${at}::timestamptz from persons p, offers o`);
  await db.execute(sql`insert into viewed_offers (pupil_id, offer_id, viewed_at)
    select p.id, o.id, ${at}::timestamptz from persons p, offers o`);
  await db.execute(sql`analyze`);
}, 60_000);

const asked = (db: Database, actor: Actor | null, sort: "pertinence" | "recentes") =>
  listSearchInterests(db, actor, { sort, campaign, at: clock.now() });

it("interests are read for a pupil who sorts by relevance, in one statement that reads no whole table", async () => {
  const { actor } = await make.as(world.pupil.id);
  let families: string[] = [];
  const plans = await plansOf(database.db, async (db) => {
    families = await asked(db, actor, "pertinence");
  });
  expect(families).toHaveLength(1);
  expect(plans).toHaveLength(1);
  expect(plans[0]).not.toMatch(/Seq Scan on (favourites|viewed_offers)/);
});

it("interests cost nothing in another sort, to a visitor and to another account", async () => {
  const { actor: pupil } = await make.as(world.pupil.id);
  const { actor: employer } = await make.as(world.employer.id);
  const plans = await plansOf(database.db, async (db) => {
    expect(await asked(db, pupil, "recentes")).toEqual([]);
    expect(await asked(db, null, "pertinence")).toEqual([]);
    expect(await asked(db, employer, "pertinence")).toEqual([]);
  });
  expect(plans).toEqual([]);
});
