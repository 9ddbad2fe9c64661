import type { Team } from "./team.ts";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { affiliations, hostClaims, hostOrganisations, persons } from "#db/schema/index.ts";
import { affiliationInForce } from "../../accounts/affiliation-in-force.server.ts";
import { organisationsOf } from "../../accounts/actor.ts";
import type { ActorContext } from "../../use-case.ts";
import { findClaim, type HostClaim } from "./host-claims.store.server.ts";

const SHOWN = 100;

/** Who works for the actor's organisations here, and who asks to. */
export async function listTeams({ db, clock, actor }: ActorContext): Promise<Team[]> {
  const ids = organisationsOf(actor);
  if (ids.length === 0) return [];
  const colleague = {
    personId: persons.id,
    firstName: persons.firstName,
    lastName: persons.lastName,
    email: persons.email,
  };
  const [organisations, members, claims] = await Promise.all([
    db
      .select({ organisationId: hostOrganisations.id, name: hostOrganisations.name })
      .from(hostOrganisations)
      .where(inArray(hostOrganisations.id, ids))
      .orderBy(asc(hostOrganisations.name), asc(hostOrganisations.id)),
    db
      .selectDistinct({ ...colleague, organisationId: affiliations.organisationId })
      .from(affiliations)
      .innerJoin(persons, eq(persons.id, affiliations.personId))
      .where(and(inArray(affiliations.organisationId, ids), affiliationInForce(parisDate(clock.now()))))
      .orderBy(asc(persons.lastName), asc(persons.id))
      .limit(SHOWN),
    db
      .select({ ...colleague, organisationId: hostOrganisations.id, claimedAt: hostClaims.claimedAt })
      .from(hostClaims)
      .innerJoin(hostOrganisations, eq(hostOrganisations.siret, hostClaims.siret))
      .innerJoin(persons, eq(persons.id, hostClaims.personId))
      .where(and(inArray(hostOrganisations.id, ids), isNull(hostClaims.refusedAt)))
      .orderBy(asc(hostClaims.claimedAt), asc(persons.id))
      .limit(SHOWN),
  ]);
  return organisations.map((organisation) => ({
    ...organisation,
    members: members.filter(({ organisationId }) => organisationId === organisation.organisationId),
    claims: claims.filter(({ organisationId }) => organisationId === organisation.organisationId),
  }));
}

/** What the actor says to work for, while no organisation has let them in and they have made none. */
export function getOwnClaim({ db, actor }: ActorContext): Promise<HostClaim | null> {
  return findClaim(db, actor.personId);
}
