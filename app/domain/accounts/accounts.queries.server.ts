import type { Account } from "./account.ts";
import { asc, eq } from "drizzle-orm";
import { academies, affiliations, hostOrganisations, persons, schools } from "#db/schema/index.ts";
import type { UseCaseContext } from "../use-case.ts";
import { findActor, findSession } from "./accounts.store.server.ts";
import { findSignInName } from "./named-passwords.store.server.ts";
import type { Actor } from "./actor.ts";
import type { Queryable } from "#db/client.ts";

export interface OpenSession {
  /** What its owner closes it by. */
  id: string;
  token: string;
  /** What it was first used from; null until then. */
  device: string | null;
  personId: string;
  /** Null until the second factor is given. */
  actor: Actor | null;
  /** However much it is used. */
  expiresAt: Date;
  /** If it is not used again. */
  endsAt: Date;
}

/** The session that this secret opens today, or null when it is unknown or over. */
export async function getSession({ db, clock }: UseCaseContext, token: string): Promise<OpenSession | null> {
  const now = clock.now();
  const session = await findSession(db, token, now);
  if (!session) return null;
  const { id, device, personId, expiresAt, idleEndsAt } = session;
  const actor = session.verifiedAt ? await findActor(db, personId, now) : null;
  return { id, token, device, personId, actor, expiresAt, endsAt: idleEndsAt ?? expiresAt };
}

/** What the signed-in person may know of their own account. */
export async function getAccount(db: Queryable, actor: Actor): Promise<Account> {
  const [person] = await db
    .select({ email: persons.email })
    .from(persons)
    .where(eq(persons.id, actor.personId));
  const places = await db
    .select({
      role: affiliations.role,
      school: schools.name,
      organisation: hostOrganisations.name,
      academy: academies.name,
    })
    .from(affiliations)
    .leftJoin(schools, eq(schools.uai, affiliations.schoolUai))
    .leftJoin(hostOrganisations, eq(hostOrganisations.id, affiliations.organisationId))
    .leftJoin(academies, eq(academies.code, affiliations.academyCode))
    .where(eq(affiliations.personId, actor.personId))
    .orderBy(asc(affiliations.validFrom), asc(affiliations.id))
    .limit(50);
  return {
    firstName: actor.firstName,
    lastName: actor.lastName,
    email: person?.email ?? null,
    affiliations: places.map(({ role, school, organisation, academy }) => ({
      role,
      place: school ?? organisation ?? academy,
    })),
  };
}

/** What the signed-in person signs in with, when it is not an address. */
export function getSignInName(db: Queryable, actor: Actor): Promise<string | null> {
  return findSignInName(db, actor.personId);
}
