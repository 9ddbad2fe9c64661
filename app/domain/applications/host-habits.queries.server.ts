import { sql } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { habitsOf, type HostHabits } from "./host-habits.ts";

/** The last applications of an organisation tell how it answers today. */
const MOST_READ = 200;

/**
 * How the organisation of an offer answers: the share of its last applications that got a word before their deadline, and
 * the median delay. Those taken back before any answer tell nothing of the host.
 */
export async function getHostHabits(db: Queryable, offerId: string): Promise<HostHabits | null> {
  const [row] = await db.execute<{ answered: number; decided: number; median_days: number | null }>(sql`
    with recent as (
      select a.id, a.status, a.submitted_at from offers o join applications a on a.offer_id = o.id
      where o.organisation_id = (select organisation_id from offers where id = ${offerId})
        and a.submitted_at is not null and a.status not in ('draft', 'submitted', 'seen')
      order by a.submitted_at desc limit ${MOST_READ}
    ), told as (
      select recent.status, first_word.at - recent.submitted_at as delay
      from recent left join lateral (
        select min(c.changed_at) as at from state_changes c
        where c.application_id = recent.id and c.changed_at >= recent.submitted_at and c.actor_role = 'host' and c.to_status in ('accepted', 'declined', 'transferred')
      ) first_word on true
    )
    select count(delay)::int as answered, count(*)::int as decided,
      (extract(epoch from percentile_cont(0.5) within group (order by delay)) / 86400)::float8 as median_days
    from told where delay is not null or status = 'expired'`);
  if (!row) return null;
  return habitsOf({
    answered: row.answered,
    decided: row.decided,
    medianDays: row.median_days === null ? null : Math.ceil(row.median_days),
  });
}
