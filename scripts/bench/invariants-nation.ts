import { sql, type SQL } from "drizzle-orm";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import type { Database } from "#db/client.ts";
import { seedReference } from "#db/seed/reference.ts";

const OFFERS_PER_PUPIL = 60_000 / 560_000;
const CAPACITY = 14;
const DAY = "2027-03-01T09:00:00Z";

/**
 * Fills an empty, migrated database with a whole campaign, by sets and not by use cases: 2.4 applications a pupil, seven
 * pupils in ten placed, each change with its event and each event with its message. Identifiers are hashes of numbers, so
 * that every row is found again without being looked up.
 */
export async function buildNation(db: Database, pupils: number, say: (line: string) => void): Promise<void> {
  await seedReference(db);
  const offers = Math.max(10, Math.round(pupils * OFFERS_PER_PUPIL));
  await db.transaction(async (tx) => {
    // Rows are made coherent below and checked by the invariants themselves: foreign keys would be checked one by one.
    await tx.execute(sql`set local session_replication_role = replica`);
    for (const [what, statement] of statements(pupils, offers)) {
      say(`  ${what}`);
      await tx.execute(statement);
    }
  });
  say("  table de recherche");
  const ids = await db.execute<{ id: string }>(sql`select id from offers`);
  for (let from = 0; from < ids.length; from += 5000)
    await db.transaction((tx) =>
      projectOffers(
        tx,
        ids.slice(from, from + 5000).map(({ id }) => id),
      ),
    );
  await db.execute(sql`vacuum analyze`);
}

const uuid = (kind: string, number: SQL) => sql`md5(${kind} || ${number})::uuid`;
const at = sql`${DAY}::timestamptz`;

function statements(pupils: number, offers: number): [what: string, statement: SQL][] {
  return [...peopleAndOffers(pupils, offers), ...applicationsOf(pupils, offers), ...whatWasTold()];
}

function peopleAndOffers(pupils: number, offers: number): [string, SQL][] {
  const campaign = uuid("campaign", sql`'1'`);
  const host = uuid("host", sql`'1'`);
  const site = uuid("site", sql`'1'`);
  const series = (last: number) => sql`generate_series(0, ${last - 1}::int) as i`;
  return [
    [
      "campagne et structure",
      sql`with c as (insert into campaigns (id, school_year, starts_on, ends_on, status, source, hosts_open_on, pupils_open_on,
            host_answer_days, pupil_confirm_days, max_live_applications)
          values (${campaign}, '2026-2027', '2027-06-17', '2027-06-28', 'official', 'bench', '2026-11-01', '2027-01-15', 10, 5, 10)),
        h as (insert into host_organisations (id, name, siret, is_public, address_line, postcode, town, created_at, proof, proven_at)
          values (${host}, 'Mesure', '00000000000000', false, '1 rue de la Mesure', '35000', 'Rennes', ${at}, 'directory', ${at}))
        insert into host_sites (id, organisation_id, address_line, postcode, town, insee_code, latitude, longitude, approximate)
        values (${site}, ${host}, '1 rue de la Mesure', '35000', 'Rennes', '35238', 48.11, -1.68, false)`,
    ],
    [
      `${pupils} élèves`,
      sql`insert into persons (id, first_name, last_name, created_at)
        select ${uuid("p", sql`i`)}, 'Camille', 'Mesure ' || i, ${at} from ${series(pupils)}`,
    ],
    [
      `${offers} offres`,
      sql`insert into offers (id, campaign_id, organisation_id, site_id, status, title, description, sector_code, created_at, updated_at, published_at)
        select ${uuid("o", sql`i`)}, ${campaign}, ${host}, ${site}, 'published', 'Offre ' || i, 'Observer une équipe.', 's1', ${at}, ${at}, ${at}
        from ${series(offers)}`,
    ],
  ];
}

function applicationsOf(pupils: number, offers: number): [string, SQL][] {
  const status = sql`(case when k = 2 then 'withdrawn' when i % 10 < 7 then case k when 0 then 'confirmed' else 'released' end
    when k = 0 and i % 10 = 7 then 'submitted' when k = 0 and i % 10 = 8 then 'expired' else 'declined' end)::application_status`;
  return [
    [
      "candidatures",
      sql`insert into applications (id, campaign_id, offer_id, pupil_id, status, motivation, created_at, updated_at, submitted_at, deadline_at)
        select ${uuid("a", sql`i || '.' || k`)}, ${uuid("campaign", sql`'1'`)},
          ${uuid("o", sql`((i::bigint * 7 + k * 1009) % ${offers}::int)`)}, ${uuid("p", sql`i`)}, ${status},
          'J’aimerais découvrir comment une équipe travaille.', ${at}, ${at}, ${at},
          case when ${status} = 'submitted' then ${at} + interval '10 days' end
        from generate_series(0, ${pupils - 1}::int) as i cross join generate_series(0, 2) as k where k < 2 or i % 5 < 2`,
    ],
    [
      "semaines",
      sql`insert into application_weeks (application_id, offer_id, pupil_id, campaign_id, week, state)
        select id, offer_id, pupil_id, campaign_id, week, (case status when 'confirmed' then 'taken' when 'submitted' then 'asked' else 'given_back' end)::application_week_state
        from applications cross join generate_series(1, 2) as week`,
    ],
    [
      "places",
      sql`insert into offer_seats (offer_id, week, capacity, reserved, taken)
        select o.id, week, ${CAPACITY}::int, 0, (select count(*) from application_weeks w where w.offer_id = o.id and w.week = weeks.week and w.state = 'taken')
        from offers o cross join generate_series(1, 2) as weeks(week)`,
    ],
    [
      "conventions",
      sql`insert into agreements (id, campaign_id, application_id, pupil_id, school_uai, class_group_id, organisation_id, status, current_version,
            host_completed_at, school_completed_at, created_at, updated_at)
        select ${uuid("g", sql`a.id`)}, campaign_id, a.id, pupil_id, '0000000A', ${uuid("class", sql`'1'`)}, ${uuid("host", sql`'1'`)}, 'completed', 1, ${at}, ${at}, ${at}, ${at}
        from applications a where status = 'confirmed'`,
    ],
  ];
}

/** A change for each state gone through, its event, and its message. */
function whatWasTold(): [string, SQL][] {
  return [
    [
      "changements d’état",
      sql`insert into state_changes (id, application_id, from_status, to_status, actor_role, event_id, changed_at)
        select ${uuid("c", sql`a.id || step.rank`)}, a.id, null, step.status, 'system', ${uuid("e", sql`a.id || step.rank`)}, ${at} + step.rank * interval '1 minute'
        from applications a cross join lateral (
          select 1 as rank, 'submitted' as status
          union all select 2, 'accepted' where a.status = 'confirmed'
          union all select 3, a.status::text where a.status <> 'submitted') as step`,
    ],
    [
      "changements des conventions",
      sql`insert into state_changes (id, agreement_id, to_status, actor_role, event_id, changed_at)
        select ${uuid("c", sql`g.id`)}, g.id, 'completed', 'system', ${uuid("e", sql`g.id`)}, ${at} from agreements g`,
    ],
    [
      "événements",
      sql`insert into outbox_events (id, type, urgency, payload, occurred_at, dispatched_at)
        select event_id, case when application_id is null then 'agreement.completed' else 'application.' || to_status end, 'immediate',
          case when application_id is null then jsonb_build_object('agreementId', agreement_id) else jsonb_build_object('applicationId', application_id) end,
          changed_at, changed_at from state_changes`,
    ],
    [
      "messages",
      sql`insert into messages (id, event_id, template, urgency, priority, channel, recipient, time_zone, idempotency_key, subject, html, text, summary,
            status, not_before, created_at, sent_at)
        select ${uuid("m", sql`id`)}, id, 'bench', 'immediate', 1, 'email', 'mesure@example.org', 'Europe/Paris', id::text, '', '', '', '', 'sent', occurred_at, occurred_at, occurred_at
        from outbox_events`,
    ],
  ];
}
