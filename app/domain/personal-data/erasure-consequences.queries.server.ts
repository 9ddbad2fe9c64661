import { sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Queryable } from "#db/client.ts";
import { isLive } from "#db/conditions.ts";
import { hasRole, type Actor } from "../accounts/actor.ts";
import type { ErasureConsequences } from "./erasure.ts";

/** What the erasure of this account would do to others. */
export async function getErasureConsequences(
  db: Queryable,
  actor: Actor,
  now: Date,
): Promise<ErasureConsequences> {
  const me = sql`${actor.personId}::uuid`;
  const today = sql`${parisDate(now)}::date`;
  const inForce = sql`(f.valid_to is null or f.valid_to > ${today})`;
  const placed = sql`a.status = 'confirmed' and c.ends_on >= ${today}`;
  const [counted] = await db.execute<{ live: number; agreements: number; administrators: number }>(sql`
    select (select count(*)::int from applications where pupil_id = ${me} and ${sql.raw(isLive("applications"))}) as live,
      (select count(*)::int from agreements where pupil_id = ${me} and validated_at is not null and erased_at is null) as agreements,
      (select count(distinct f.person_id)::int from affiliations f where f.role = 'admin' and ${inForce}) as administrators`);
  const places = await db.execute<{ organisation: string }>(sql`
    select distinct h.name as organisation from applications a join campaigns c on c.id = a.campaign_id
    join offers o on o.id = a.offer_id join host_organisations h on h.id = o.organisation_id
    where a.pupil_id = ${me} and ${placed} order by 1 limit 10`);
  const deserted = await db.execute<{ organisation: string; pupils: number }>(sql`
    select h.name as organisation, (select count(distinct a.pupil_id)::int from applications a join campaigns c on c.id = a.campaign_id
      join offers o on o.id = a.offer_id where o.organisation_id = h.id and ${placed}) as pupils
    from host_organisations h where h.id in (select f.organisation_id from affiliations f where f.person_id = ${me} and ${inForce})
      and not exists (select 1 from affiliations f where f.organisation_id = h.id and f.person_id <> ${me} and ${inForce})
    order by 1 limit 10`);
  return {
    liveApplications: counted?.live ?? 0,
    places: [...places],
    deserted: [...deserted],
    agreements: counted?.agreements ?? 0,
    isLastAdministrator: hasRole(actor, "admin") && counted?.administrators === 1,
  };
}
