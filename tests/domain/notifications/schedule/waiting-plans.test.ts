import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { planAlertPage } from "#app/domain/notifications/schedule/plan-alert-page.server.ts";
import { conditionsOf } from "#app/domain/notifications/compose/event-registry.ts";
import { readStanding } from "#app/domain/notifications/schedule/standing.queries.server.ts";
import { readWaiting, takenDays } from "#app/domain/notifications/schedule/waiting-messages.store.server.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";
import { plansOf } from "#tests/support/plans.ts";

/** A season: many searches, matches and messages, a few of which wait. */
const PUPILS = 15_000;
const SEARCHES_EACH = 4;
const OFFERS = 60;
const WAITING = 40;
const GROWING = /Seq Scan on (saved_searches|saved_search_matches|messages|outbox_events|persons)\b/;

const database = testDatabase();
const clock = fakeClock();

beforeAll(async () => {
  const { db } = database;
  const world = await factories(db, clock).world();
  for (let more = 1; more < OFFERS; more += 1) await world.newOffer();
  const at = clock.now().toISOString();
  await db.execute(sql`
    insert into persons (id, first_name, last_name, email, created_at)
    select gen_random_uuid(), 'Camille', 'Dupont' || n, 'p' || n || '@example.org', ${at}::timestamptz
    from generate_series(1, ${PUPILS}::int) n`);
  await db.execute(sql`
    insert into saved_searches (id, person_id, campaign_id, frequency, radius_km, area, sectors, challenges, periods, created_at)
    select gen_random_uuid(), p.id, ${world.campaign.id}::uuid, 'instant', 0, '((180,90),(-180,-90))', array['x' || n], '{}', '{}',
      ${at}::timestamptz
    from persons p, generate_series(1, ${SEARCHES_EACH}::int) n where p.email like 'p%@example.org'`);
  await db.execute(sql`
    insert into saved_search_matches (saved_search_id, offer_id, matched_at, announced_at)
    select s.id, o.id, ${at}::timestamptz,
      case when s.number > ${WAITING}::int then ${at}::timestamptz - interval '3 days' end
    from (select id, row_number() over (order by id) as number from saved_searches) s
    join (select id, row_number() over (order by id) as number from offers) o on (s.number + o.number) % 30 = 0`);
  await db.execute(sql`
    insert into outbox_events (id, type, version, urgency, payload, occurred_at, dispatched_at)
    select gen_random_uuid(), 'alert.matched', 2, 'deferrable', json_build_object('personId', id, 'announcedAt', ${at}::text), ${at}::timestamptz,
      ${at}::timestamptz
    from persons where email is not null`);
  await db.execute(sql`
    insert into messages (id, event_id, template, urgency, priority, person_id, channel, recipient, time_zone,
      idempotency_key, subject, html, text, summary, status, not_before, created_at, sent_at)
    select gen_random_uuid(), e.id, 'alert', 'deferrable', 2, p.id, 'email', p.email, 'Europe/Paris', e.id || '/' || n, '', '', '', '',
      case when waits then 'waiting' else 'sent' end, ${at}::timestamptz, ${at}::timestamptz,
      case when not waits then ${at}::timestamptz end
    from outbox_events e join persons p on p.id = (e.payload ->> 'personId')::uuid,
      generate_series(1, 2) n, lateral (select n = 1 and p.last_name like '%00' as waits) w`);
  await db.execute(sql`analyze`);
}, 60_000);

describe("with a season's worth of searches and messages", () => {
  it("the pupils to alert are found and marked without reading what has been announced", async () => {
    let planned = 0;
    const plans = await plansOf(database.db, async (db) => {
      ({ planned } = await planAlertPage({ db, clock }, { after: null, limit: 500 }));
    });
    expect(planned).toBeGreaterThan(0);
    expect(plans.length).toBeGreaterThan(3);
    for (const plan of plans) expect(plan).not.toMatch(GROWING);
  });

  it("what waits for some recipients is read without those who have had theirs", async () => {
    const recipients = ["p100@example.org", "p200@example.org"];
    let waiting = 0;
    const plans = await plansOf(database.db, (db) =>
      db.transaction(async (tx) => {
        const found = await readWaiting(tx, recipients);
        waiting = found.length;
        const conditions = found.flatMap(({ event }) => (event ? conditionsOf(event) : []));
        expect(conditions).toHaveLength(2);
        await readStanding(tx, conditions, clock.now());
        await takenDays(tx, recipients, ["2027-03-01"]);
      }),
    );
    expect(waiting).toBe(2);
    expect(plans).toHaveLength(3);
    expect(plans[0]).toContain("messages_waiting_recipient_index");
    for (const plan of plans) expect(plan).not.toMatch(GROWING);
  });
});
