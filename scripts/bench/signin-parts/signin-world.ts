import { sql } from "drizzle-orm";
import { hashPassword } from "#app/domain/accounts/passwords.server.ts";
import { openDatabase } from "#db/client.ts";

export const PASSWORD = "Marcassin-violet-73";

/** Address of an account of the bench, and one as long that nobody has. */
export const knownAddress = (number: number): string => `connu-${number}@bench.example`;
export const unknownAddress = (number: number): string => `perdu-${number}@bench.example`;

/** So many hosts with one password, without second factor; what a bench before has asked for is forgotten. */
export async function openAccounts(url: string, count: number): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1 });
  const passwordHash = await hashPassword(PASSWORD);
  const now = new Date().toISOString();
  await db.execute(sql`truncate rate_limits, one_time_links, sessions cascade`);
  await db.execute(sql`
    insert into persons (id, first_name, last_name, email, created_at)
    select gen_random_uuid(), 'Camille', 'Banc', 'connu-' || n || '@bench.example', ${now}::timestamptz
    from generate_series(1, ${count}::int) n on conflict do nothing`);
  await db.execute(sql`
    insert into identities (id, person_id, issuer, subject, password_hash, valid_from)
    select gen_random_uuid(), p.id, 'password', p.email, ${passwordHash}, ${now}::timestamptz
    from persons p where p.email like 'connu-%@bench.example' on conflict (issuer, subject) do update set password_hash = excluded.password_hash`);
  await db.execute(sql`
    insert into affiliations (id, person_id, role, organisation_id, valid_from)
    select gen_random_uuid(), p.id, 'employer', (select id from host_organisations order by id limit 1), '2026-09-01'
    from persons p where p.email like 'connu-%@bench.example'
      and not exists (select 1 from affiliations a where a.person_id = p.id)`);
  await db.execute(sql`analyze`);
  await close();
}
