import { and, asc, eq, inArray, ne } from "drizzle-orm";
import type { Transaction, Queryable } from "#db/client.ts";
import { affiliations, schools } from "#db/schema/index.ts";
import { insertAffiliation } from "../accounts/accounts.store.server.ts";
import type { StaffRole } from "../accounts/actor.ts";

export interface StatedSchool {
  uai: string;
  name: string;
  town: string;
}

/** Among the schools that a federation states, those whose pupils are concerned. */
export async function findConcernedSchools(tx: Queryable, uais: readonly string[]): Promise<StatedSchool[]> {
  if (uais.length === 0) return [];
  return tx
    .select({ uai: schools.uai, name: schools.name, town: schools.town })
    .from(schools)
    .where(and(inArray(schools.uai, [...uais]), eq(schools.hasSeconde, true), ne(schools.status, "closed")))
    .orderBy(asc(schools.town), asc(schools.name), asc(schools.uai))
    .limit(50);
}

/** What the school has ended stays ended, whatever the federation still states: only schools never held in this role are added. */
export async function affiliateWithNewSchools(
  tx: Transaction,
  { personId, role, uais }: { personId: string; role: StaffRole; uais: readonly string[] },
  now: Date,
): Promise<void> {
  const held = await tx
    .select({ uai: affiliations.schoolUai })
    .from(affiliations)
    .where(and(eq(affiliations.personId, personId), eq(affiliations.role, role)))
    .limit(500);
  const isNew = (uai: string) => held.every((one) => one.uai !== uai);
  for (const { uai } of await findConcernedSchools(tx, uais.filter(isNew)))
    await insertAffiliation(tx, { personId, role, schoolUai: uai }, now);
}

/** Schools kept among those stated: when only one is concerned there is nothing to choose. */
export async function chosenSchools(
  tx: Queryable,
  stated: readonly string[],
  chosen: readonly string[],
): Promise<StatedSchool[]> {
  const concerned = await findConcernedSchools(tx, stated);
  return concerned.length === 1 ? concerned : concerned.filter(({ uai }) => chosen.includes(uai));
}
