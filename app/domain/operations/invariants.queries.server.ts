import { sql, type SQL } from "drizzle-orm";
import { BAND_DEGREES, firstActivity } from "#app/domain/offers/offer-projection.store.server.ts";
import type { Database } from "#db/client.ts";
import { awaitsHost, isLive, takesOneMore } from "#db/conditions.ts";

export interface Invariant {
  name: string;
  /** Says, in one sentence, what must always be true. */
  rule: string;
  /** Rows that break it. */
  broken: SQL;
}

/** What must be true of any database of the service, checked by recount and not by trust in the code that writes. */
export const INVARIANTS: readonly Invariant[] = [
  {
    name: "seats_within_capacity",
    rule: "No offer gives more seats in a week than it has.",
    broken: sql`select offer_id as id from offer_seats where reserved < 0 or taken < 0 or reserved + taken > capacity`,
  },
  {
    name: "seats_match_applications",
    rule: "Reserved and taken seats are those that applications hold, and those kept for pupils to place anew.",
    broken: sql`select s.offer_id as id from offer_seats s left join application_weeks w on w.offer_id = s.offer_id and w.week = s.week
      group by s.offer_id, s.week, s.reserved, s.taken
      having s.reserved <> count(*) filter (where w.state = 'reserved') + (select count(*) from seat_holds k
        where k.offer_id = s.offer_id and k.week = s.week and k.ended_at is null) or s.taken <> count(*) filter (where w.state = 'taken')`,
  },
  {
    name: "one_place_a_week",
    rule: "A pupil holds at most one confirmed place a week.",
    broken: sql`select pupil_id as id from application_weeks where state = 'taken' group by pupil_id, campaign_id, week having count(*) > 1`,
  },
  {
    name: "weeks_match_status",
    rule: "The weeks of an application are in the state that its status says.",
    broken: sql`select a.id from applications a join application_weeks w on w.application_id = a.id
      where w.state::text <> case when ${sql.raw(awaitsHost("a"))} then 'asked' when a.status = 'accepted' then 'reserved'
        when a.status = 'confirmed' then 'taken' else 'given_back' end`,
  },
  {
    name: "live_applications_have_deadline",
    rule: "An application that waits for someone's word has a deadline.",
    broken: sql`select a.id from applications a where (${sql.raw(isLive("a"))}) <> (deadline_at is not null)`,
  },
  {
    name: "no_live_application_for_a_taken_week",
    rule: "A pupil has no live application for a week already confirmed.",
    broken: sql`select a.id from applications a join application_weeks w on w.application_id = a.id
      join application_weeks t on t.pupil_id = a.pupil_id and t.campaign_id = a.campaign_id and t.week = w.week and t.state = 'taken'
      where ${sql.raw(isLive("a"))}`,
  },
  {
    name: "confirmed_has_agreement",
    rule: "A confirmed application has an agreement.",
    broken: sql`select a.id from applications a where a.status = 'confirmed' and not exists (select 1 from agreements g where g.application_id = a.id)`,
  },
  {
    name: "status_has_its_change",
    rule: "The status of an application is the one its last recorded change led to.",
    broken: sql`select a.id from applications a
      left join lateral (select to_status from state_changes c where c.application_id = a.id order by c.changed_at desc, c.id desc limit 1) last on true
      where a.status <> 'draft' and last.to_status is distinct from a.status::text`,
  },
  {
    name: "claimed_organisation_unseen",
    rule: "Pupils see no offer of an organisation that nothing has proven.",
    broken: sql`select o.id from offers o join host_organisations h on h.id = o.organisation_id
      where h.proof is null and o.status in ('published', 'paused')`,
  },
  {
    name: "held_offer_has_its_hold",
    rule: "An offer waits for a moderator if, and only if, it has a hold that nobody has decided.",
    broken: sql`select coalesce(o.id, h.offer_id) as id from (select id from offers where status = 'submitted') o
      full join (select offer_id from offer_holds where decided_at is null) h on h.offer_id = o.id
      where o.id is null or h.offer_id is null`,
  },
  {
    name: "agreement_status_has_its_change",
    rule: "The status of an agreement is the one its last recorded change led to.",
    broken: sql`select g.id from agreements g
      left join lateral (select to_status from state_changes c where c.agreement_id = g.id order by c.changed_at desc, c.id desc limit 1) last on true
      where last.to_status is distinct from g.status::text`,
  },
  {
    name: "agreement_ends_with_its_placement",
    rule: "An agreement whose application is not confirmed any more is cancelled.",
    broken: sql`select g.id from agreements g join applications a on a.id = g.application_id
      where a.status <> 'confirmed' and g.status <> 'cancelled'`,
  },
  {
    name: "change_has_its_event",
    rule: "Every change of an application has the event that tells of it.",
    broken: sql`select c.id from state_changes c left join outbox_events e on e.id = c.event_id
      where c.application_id is not null and (e.id is null
        or c.application_id::text not in (e.payload ->> 'applicationId', coalesce(e.payload ->> 'newApplicationId', '')))`,
  },
  {
    name: "event_is_told",
    rule: "Every dispatched event has its messages, until they are forgotten, or the reason for none.",
    broken: sql`select e.id from outbox_events e
      where e.dispatched_at is not null and e.skip_reason is null and e.forgotten_at is null and not exists (select 1 from messages m where m.event_id = e.id)`,
  },
  {
    name: "event_has_its_job",
    rule: "Every event that is not dispatched yet has its job in the queue.",
    broken: sql`select e.id from outbox_events e
      where e.dispatched_at is null and not exists (select 1 from graphile_worker._private_jobs j where j.key = 'event:' || e.id)`,
  },
  {
    name: "pending_message_has_delivery",
    rule: "Every message that is to be sent now has a delivery of its channel in the queue.",
    broken: sql`select m.id from messages m where m.status = 'pending' and not exists (
      select 1 from graphile_worker._private_jobs j where j.key in ('deliver:' || m.channel, 'deliver-again:' || m.channel))`,
  },
];

/** Every column but the quality, which is frozen once a day and compared with nothing. */
const PROJECTED = sql.raw(
  [
    ...[
      "campaign_id",
      "band",
      "latitude",
      "longitude",
      "sector_code",
      "family_slug",
      "challenges",
      "free_week_1",
      "free_week_2",
    ],
    ...["accepts_both_weeks", "accepts_single_week", "reserved_to", "reserved_schools", "published_at"],
    ...["title", "organisation", "town", "approximate", "glimpse", "words"],
  ].join(", "),
);

export const PROJECTION: Invariant = {
  name: "projection_is_true",
  rule: "The search table holds exactly the published offers with a seat open to someone, as the offer, its place, its host and its seats make them.",
  broken: sql`with free as (
      select offer_id, coalesce(sum(capacity - reserved - taken) filter (where week = 1), 0) as free_week_1,
        coalesce(sum(capacity - reserved - taken) filter (where week = 2), 0) as free_week_2
      from offer_seats group by offer_id
    ), expected as (
      select o.id as offer_id, o.campaign_id, floor(t.latitude / ${BAND_DEGREES}::float8)::smallint as band, t.latitude, t.longitude,
        o.sector_code, c.family_slug, o.challenges, free.free_week_1::smallint, free.free_week_2::smallint,
        o.accepts_both_weeks, o.accepts_single_week, o.reserved_to, o.reserved_schools, o.published_at,
        o.title, h.name as organisation, t.town, t.approximate, ${firstActivity(sql`o.activities`)} as glimpse,
        setweight(to_tsvector('french_plain', o.title), 'A') || setweight(to_tsvector('french_plain', h.name), 'B')
          || setweight(to_tsvector('french_plain', o.description), 'C')
          || setweight(to_tsvector('french_plain', coalesce(o.activities, '')), 'C') as words
      from offers o join free on free.offer_id = o.id join host_sites t on t.id = o.site_id
      join host_organisations h on h.id = o.organisation_id join sectors c on c.code = o.sector_code
      where o.status = 'published'
        and (o.accepts_both_weeks and free.free_week_1 > 0 and free.free_week_2 > 0
          or o.accepts_single_week and greatest(free.free_week_1, free.free_week_2) > 0)
        and ${sql.raw(takesOneMore("o"))}
    )
    select offer_id as id from (
      (select offer_id, ${PROJECTED} from expected except all select offer_id, ${PROJECTED} from offer_search)
      union all
      (select offer_id, ${PROJECTED} from offer_search except all select offer_id, ${PROJECTED} from expected)
    ) different group by offer_id`,
};

export interface InvariantReport {
  name: string;
  rule: string;
  violations: number;
  /** Ids of the first rows at fault. */
  examples: string[];
}

export async function checkInvariants(
  db: Database,
  invariants: readonly Invariant[],
): Promise<InvariantReport[]> {
  const reports: InvariantReport[] = [];
  for (const { name, rule, broken } of invariants) {
    const rows = await db.execute<{ violations: number; examples: string[] | null }>(
      sql`with broken as (${broken}) select count(*)::int as violations, (array_agg(id::text))[1:5] as examples from broken`,
    );
    reports.push({ name, rule, violations: rows[0]?.violations ?? 0, examples: rows[0]?.examples ?? [] });
  }
  return reports;
}
