import { sql, type SQL } from "drizzle-orm";
import type { CalendarDate } from "#app/kernel/calendar-date.ts";
import type { Transaction } from "#db/client.ts";

/** `p` is, or was, a pupil whose data are still here. */
export const IS_PUPIL = sql.raw(
  "(p.erased_at is null and exists (select 1 from affiliations f where f.person_id = p.id and f.role = 'pupil'))",
);

/** The year of their last internship: by their classes, their applications, and the school year in which they came. */
const LAST_YEAR = sql.raw(`greatest(
  (select max(substring(g.school_year from '[0-9]{4}$')::int) from class_members m
    join class_groups g on g.id = m.class_group_id where m.person_id = p.id and m.role = 'pupil'),
  (select max(extract(year from c.ends_on))::int from applications a
    join campaigns c on c.id = a.campaign_id where a.pupil_id = p.id),
  (select max(extract(year from f.valid_from + interval '5 months'))::int from affiliations f
    where f.person_id = p.id and f.role = 'pupil'))`);

/** Pupils whose internship was that of the year of this day, or of one before it. */
export function isPupilUntil(erasedOn: CalendarDate): SQL {
  return sql`${IS_PUPIL} and ${LAST_YEAR} <= ${Number(erasedOn.slice(0, 4))}`;
}

/** The last time that `p` came in; whoever never came has had the account since it was made. */
export const LAST_ACTIVITY = sql.raw("coalesce(p.last_seen_at, p.created_at)");

/** A few of the people that a condition on `p` names; those that another worker holds are left to it. */
export async function takePersons(tx: Transaction, condition: SQL, limit: number): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(
    sql`select p.id from persons p where ${condition} order by p.id limit ${limit} for update of p skip locked`,
  );
  return rows.map(({ id }) => id);
}
