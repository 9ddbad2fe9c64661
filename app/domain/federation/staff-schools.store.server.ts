import { and, asc, eq, inArray, ne, not } from "drizzle-orm";
import { appendAudit } from "#app/domain/audit/append-audit.server.ts";
import { recordEvent } from "#app/domain/outbox/record-event.server.ts";
import { parisDate } from "#app/kernel/calendar-date.ts";
import type { Transaction, Queryable } from "#db/client.ts";
import { affiliations, schools } from "#db/schema/index.ts";
import { insertAffiliation } from "../accounts/accounts.store.server.ts";
import type { StaffRole } from "../accounts/actor.ts";
import { affiliationInForce } from "../accounts/affiliation-in-force.server.ts";
import { roleUnstated } from "../accounts/events.ts";
import type { Provider } from "./identity-provider.ts";

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

/** What a federation states of someone of a school. */
export interface Statement {
  personId: string;
  provider: Provider;
  role: StaffRole;
  uais: readonly string[];
}

/**
 * What the school has ended stays ended, whatever the federation still states: only schools never held in this role are added, and
 * those that the federation alone had ceased to state.
 */
export async function affiliateWithNewSchools(
  tx: Transaction,
  { personId, provider, role, uais }: Statement,
  now: Date,
): Promise<void> {
  const held = await tx
    .select({ uai: affiliations.schoolUai })
    .from(affiliations)
    .where(
      and(
        eq(affiliations.personId, personId),
        eq(affiliations.role, role),
        eq(affiliations.isUnstated, false),
      ),
    )
    .limit(500);
  const isNew = (uai: string) => held.every((one) => one.uai !== uai);
  for (const { uai } of await findConcernedSchools(tx, uais.filter(isNew)))
    await insertAffiliation(tx, { personId, role, schoolUai: uai, statedBy: provider }, now);
}

/**
 * A role that rests upon the federation alone ends on the day that it is stated no more; the person is told of each. One that the
 * school itself gave stays: the school ends it.
 */
export async function endUnstatedRoles(
  tx: Transaction,
  { personId, provider, role, uais }: Omit<Statement, "role"> & { role: StaffRole | null },
  now: Date,
): Promise<void> {
  const today = parisDate(now);
  const isStated =
    role === null || uais.length === 0
      ? undefined
      : and(eq(affiliations.role, role), inArray(affiliations.schoolUai, [...uais]));
  const ended = await tx
    .update(affiliations)
    .set({ validTo: today, isUnstated: true })
    .where(
      and(
        eq(affiliations.personId, personId),
        eq(affiliations.statedBy, provider),
        affiliationInForce(today),
        isStated && not(isStated),
      ),
    )
    .returning({ affiliationId: affiliations.id });
  if (ended.length === 0) return;
  const on = { kind: "person" as const, id: personId };
  for (const { affiliationId } of ended) {
    await appendAudit(tx, {}, { action: "affiliation.ended", as: "federation", on }, now);
    await recordEvent(tx, roleUnstated, { affiliationId }, now);
  }
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
