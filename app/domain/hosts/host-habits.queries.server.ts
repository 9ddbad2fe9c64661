import { sql, type SQL } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { awaitsHost } from "#db/conditions.ts";
import { habitsOf, type HostHabits } from "./host-habits.ts";

/** The last applications of an organisation tell how it answers today. */
const MOST_READ = 200;

/**
 * How the organisation of an offer answers: the share of its last applications that got a word before their deadline, and
 * the median delay. Those taken back before any answer tell nothing of the host.
 */
export async function getHostHabits(db: Queryable, offerId: string): Promise<HostHabits | null> {
  const habits = await readHabits(db, sql`select organisation_id as id from offers where id = ${offerId}`);
  return [...habits.values()][0] ?? null;
}

/** The same for several organisations, those of which something can fairly be said. */
export async function listHostHabits(
  db: Queryable,
  organisationIds: readonly string[],
): Promise<Map<string, HostHabits>> {
  if (organisationIds.length === 0) return new Map();
  const ids = sql.param(`{${[...new Set(organisationIds)].join(",")}}`);
  return readHabits(db, sql`select unnest(${ids}::uuid[]) as id`);
}

interface HabitsRow extends Record<string, unknown> {
  id: string;
  answered: number;
  decided: number;
  median_days: number | null;
}

/** Counts of answers and their median delay in days, of the organisations whose `id` this query gives. */
export function habitsQuery(hosts: SQL): SQL {
  return sql`
    with hosts as (${hosts}), recent as (
      select hosts.id as host, a.* from hosts cross join lateral (
        select a.id, a.status, a.submitted_at from offers o join applications a on a.offer_id = o.id
        where o.organisation_id = hosts.id
          and a.submitted_at is not null and a.status <> 'draft' and not ${sql.raw(awaitsHost("a"))}
        order by a.submitted_at desc limit ${MOST_READ}
      ) a
    ), told as (
      select recent.host, recent.status, first_word.at - recent.submitted_at as delay
      from recent left join lateral (
        select min(c.changed_at) as at from state_changes c
        where c.application_id = recent.id and c.changed_at >= recent.submitted_at and c.actor_role = 'host' and c.to_status in ('accepted', 'declined', 'transferred')
      ) first_word on true
    )
    select host as id, count(delay)::int as answered, count(*)::int as decided,
      (extract(epoch from percentile_cont(0.5) within group (order by delay)) / 86400)::float8 as median_days
    from told where delay is not null or status = 'expired' group by host`;
}

async function readHabits(db: Queryable, hosts: SQL): Promise<Map<string, HostHabits>> {
  const rows = await db.execute<HabitsRow>(habitsQuery(hosts));
  return new Map(
    rows.flatMap(({ id, answered, decided, median_days: days }) => {
      const habits = habitsOf({ answered, decided, medianDays: days === null ? null : Math.ceil(days) });
      return habits ? [[id, habits] as const] : [];
    }),
  );
}
