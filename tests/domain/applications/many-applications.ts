import { sql } from "drizzle-orm";
import { projectOffers } from "#app/domain/offers/offer-projection.store.server.ts";
import type { Database } from "#db/client.ts";

const PER_OFFER = 4;
const PER_PUPIL = 2;

/**
 * Writes, by sets and in a coherent state, applications that all have a deadline: one in two accepted with its seats reserved,
 * the others waiting for the host. Each offer has several, each pupil two; one offer in three is full, one in five has as many to
 * answer as its host wished.
 */
export async function writeManyApplications(
  db: Database,
  world: {
    campaign: { id: string };
    organisation: { id: string };
    offer: { siteId?: string | null | undefined };
  },
  { count, at }: { count: number; at: Date },
): Promise<void> {
  const now = sql`${at.toISOString()}::timestamptz`;
  const offers = Math.ceil(count / PER_OFFER);
  const pupils = Math.ceil(count / PER_PUPIL);
  const key = (kind: string, number: ReturnType<typeof sql>) =>
    sql`md5(${kind}::text || (${number})::text)::uuid`;
  const statements = [
    sql`insert into persons (id, first_name, last_name, created_at)
      select ${key("pupil", sql`i`)}, 'Camille', 'Nombre ' || i, ${now} from generate_series(0, ${pupils - 1}::int) i`,
    sql`insert into offers (id, campaign_id, organisation_id, site_id, status, title, description, sector_code, max_open_applications,
        created_at, updated_at, published_at)
      select ${key("offer", sql`i`)}, ${world.campaign.id}, ${world.organisation.id}, ${world.offer.siteId}, 'published',
        'Découvrir un métier ' || i, 'Observer une équipe au travail.', 's43', case when i % 5 = 0 then 1 end, ${now}, ${now}, ${now}
      from generate_series(0, ${offers - 1}::int) i`,
    sql`insert into applications (id, campaign_id, offer_id, pupil_id, status, motivation, created_at, updated_at, submitted_at, deadline_at)
      select ${key("application", sql`i`)}, ${world.campaign.id}, ${key("offer", sql`(i::bigint * 7 + i / ${pupils}::int) % ${offers}::int`)},
        ${key("pupil", sql`i % ${pupils}::int`)}, (array['submitted', 'accepted', 'seen', 'accepted'])[i % 4 + 1]::application_status,
        'J’aimerais comprendre votre métier.', ${now}, ${now}, ${now}, ${now} + (i % 86400) * interval '1 second'
      from generate_series(0, ${count - 1}::int) i`,
    sql`insert into offer_seats (offer_id, week, capacity)
      select ${key("offer", sql`i`)}, week, 500 from generate_series(0, ${offers - 1}::int) i cross join generate_series(1, 2) week`,
    sql`insert into application_weeks (application_id, offer_id, pupil_id, campaign_id, week, state)
      select ${key("application", sql`i`)}, a.offer_id, a.pupil_id, a.campaign_id, week,
        case a.status when 'accepted' then 'reserved' else 'asked' end::application_week_state
      from generate_series(0, ${count - 1}::int) i join applications a on a.id = ${key("application", sql`i`)}
      cross join generate_series(1, 2) week where i % 3 = 0 or i % 3 = week`,
    sql`update offer_seats s set reserved = held.seats, capacity = held.seats + case when held.seats % 3 = 0 then 0 else 5 end
      from (select offer_id, week, count(*) filter (where state = 'reserved') as seats from application_weeks group by 1, 2) held
      where held.offer_id = s.offer_id and held.week = s.week`,
    sql`insert into outbox_events (id, type, urgency, payload, occurred_at, dispatched_at, skip_reason)
      select md5('event' || id)::uuid, 'application.submitted', 'immediate', jsonb_build_object('applicationId', id), ${now}, ${now}, 'test'
      from applications a where not exists (select 1 from state_changes c where c.application_id = a.id)`,
    sql`insert into state_changes (id, application_id, to_status, actor_role, event_id, changed_at)
      select md5('change' || id)::uuid, id, status, 'pupil', md5('event' || id)::uuid, ${now}
      from applications a where not exists (select 1 from state_changes c where c.application_id = a.id)`,
  ];
  await db.transaction(async (tx) => {
    for (const statement of statements) await tx.execute(statement);
  });
  const written = await db.execute<{ id: string }>(sql`select id from offers`);
  for (let from = 0; from < written.length; from += 5_000) {
    const ids = written.slice(from, from + 5_000).map(({ id }) => id);
    await db.transaction((tx) => projectOffers(tx, ids));
  }
  await db.execute(sql`analyze`);
}
