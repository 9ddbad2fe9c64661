import { sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Transaction } from "#db/client.ts";

/**
 * What hosts wrote of people, before their accounts are erased: an organisation that nobody answers for any more names nobody, and
 * one that others answer for does not name those who leave.
 */
export async function eraseHostTraces(tx: Transaction, personIds: string[], now: Date): Promise<void> {
  if (personIds.length === 0) return;
  const people = sql`${sql.param(personIds)}::uuid[]`;
  const names = sql`(select first_name || ' ' || last_name from persons where id = any(${people}))`;
  const theirs = sql`(select organisation_id from affiliations where person_id = any(${people}) and organisation_id is not null)`;
  const nobodyElse = sql`not exists (select 1 from affiliations f where f.organisation_id = o.id and f.person_id <> all(${people})
    and (f.valid_to is null or f.valid_to > ${parisDate(now)}::date))`;
  await tx.execute(sql`
    delete from offers where status = 'draft' and created_by = any(${people})
      and (organisation_id is null or organisation_id in (select o.id from host_organisations o where o.id in ${theirs} and ${nobodyElse}))`);
  await tx.execute(sql`
    update offers f set supervisor_name = null, supervisor_contact = null, draft = null
    from host_organisations o where o.id = f.organisation_id and o.id in ${theirs}
      and (${nobodyElse} or f.supervisor_name in ${names})`);
  await tx.execute(sql`
    update host_organisations o set prevention_contact = case when ${nobodyElse} then null else o.prevention_contact end,
      signatory_name = null, signatory_quality = null
    where o.id in ${theirs} and (${nobodyElse} or o.signatory_name in ${names})`);
}
