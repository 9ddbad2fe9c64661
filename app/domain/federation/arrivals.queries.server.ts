import { and, asc, eq, gt, isNull, or } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { hostOrganisations, identities, persons } from "#db/schema/index.ts";
import { organisationsOf, type Actor } from "../accounts/actor.ts";
import { findPersonByEmail } from "../accounts/links/links.store.server.ts";
import { findGuardianByLink } from "../guardians/guardians.queries.server.ts";
import type { ArrivalPage } from "./arrival-page.ts";
import { findArrival, type KeptArrival } from "./arrivals.store.server.ts";
import type { FederationContext, Visit } from "./federation-context.ts";
import { listFollowedChildren } from "./guardian-identities.store.server.ts";
import type { Hints } from "./identity-provider.ts";
import { federationsFor, type LinkedFederation } from "./linked-federations.ts";
import { findConcernedSchools } from "./staff-schools.store.server.ts";

/** Whoever has just arrived in this browser, and what is left for them to choose. */
export async function getArrivalPage(ctx: FederationContext, visit: Visit): Promise<ArrivalPage | null> {
  const arrival = await findArrival(ctx, visit, ctx.clock.now());
  if (!arrival) return null;
  const { who } = arrival;
  const { firstName, lastName } = who;
  if (who.kind === "staff") {
    const { role, email } = who;
    const schools = await findConcernedSchools(ctx.db, who.uais);
    return {
      kind: "staff",
      firstName,
      lastName,
      role,
      email,
      schools,
      hasAccount: await hasAccount(ctx, email),
    };
  }
  if (who.kind === "professional") {
    const { email, siret } = who;
    return {
      kind: "professional",
      firstName,
      lastName,
      email,
      siret,
      hasAccount: await hasAccount(ctx, email),
    };
  }
  if (who.kind === "guardian") {
    const family = await familyOf(ctx, visit, arrival);
    return { kind: "guardian", firstName, lastName, children: family.children, linkable: family.linkable };
  }
  return null;
}

async function hasAccount({ db }: FederationContext, email: string | null): Promise<boolean> {
  return email !== null && (await findPersonByEmail(db, email)) !== null;
}

async function familyOf(ctx: FederationContext, { provider }: Visit, arrival: KeptArrival) {
  const identity = { provider, subject: arrival.subject };
  const followed = await listFollowedChildren(ctx, identity, ctx.clock.now());
  const token = arrival.guardianToken;
  const asked = token === null ? null : await findGuardianByLink(ctx, token);
  const isNew = asked !== null && followed.every(({ guardianId }) => guardianId !== asked.id);
  return {
    children: followed.map(({ firstName, token: own }) => ({ firstName, token: own })),
    linkable: isNew ? asked.pupilFirstName : null,
  };
}

/** The federations of this installation by which the person may come, and those by which they do. */
export async function listLinkedFederations(
  { db, clock, providers }: FederationContext,
  actor: Actor,
): Promise<LinkedFederation[]> {
  const possible = federationsFor(actor.affiliations.map(({ role }) => role)).filter((one) => providers[one]);
  const now = clock.now();
  const rows = await db
    .select({ issuer: identities.issuer })
    .from(identities)
    .where(
      and(
        eq(identities.personId, actor.personId),
        or(isNull(identities.validTo), gt(identities.validTo, now)),
      ),
    )
    .limit(50);
  return possible.map((provider) => ({ provider, isLinked: rows.some(({ issuer }) => issuer === provider) }));
}

/** What a federation is told of someone signed in who wishes to link an identity there. */
export async function getHints(db: Queryable, actor: Actor): Promise<Hints> {
  const [person] = await db
    .select({ email: persons.email })
    .from(persons)
    .where(eq(persons.id, actor.personId));
  const [organisationId] = organisationsOf(actor);
  const [organisation] = organisationId
    ? await db
        .select({ siret: hostOrganisations.siret })
        .from(hostOrganisations)
        .where(eq(hostOrganisations.id, organisationId))
        .orderBy(asc(hostOrganisations.id))
        .limit(1)
    : [];
  return { login: person?.email ?? undefined, siret: organisation?.siret };
}
