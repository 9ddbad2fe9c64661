import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { affiliations, hostOrganisations, hostSites, persons } from "#db/schema/index.ts";
import { insertAffiliation } from "../accounts/accounts.store.server.ts";
import { affiliationInForce } from "../accounts/affiliation-in-force.server.ts";
import { endClaim } from "./team/host-claims.store.server.ts";
import { holdsItsSiret } from "./siret-holder.server.ts";
import { employerDomain, sirenOf, type OrganisationProof } from "./organisation-proof.ts";

export interface OrganisationFields {
  name: string;
  siret: string;
  isPublic: boolean;
  addressLine: string;
  postcode: string;
  town: string;
  signatoryName: string | null;
  signatoryQuality: string | null;
  preventionContact: string | null;
}

export interface HostOrganisation extends OrganisationFields {
  id: string;
}

const COLUMNS = {
  id: hostOrganisations.id,
  name: hostOrganisations.name,
  siret: hostOrganisations.siret,
  isPublic: hostOrganisations.isPublic,
  addressLine: hostOrganisations.addressLine,
  postcode: hostOrganisations.postcode,
  town: hostOrganisations.town,
  signatoryName: hostOrganisations.signatoryName,
  signatoryQuality: hostOrganisations.signatoryQuality,
  preventionContact: hostOrganisations.preventionContact,
};

/** Organisations in the order of their names. */
export async function findOrganisations(db: Queryable, ids: string[]): Promise<HostOrganisation[]> {
  if (ids.length === 0) return [];
  return db
    .select(COLUMNS)
    .from(hostOrganisations)
    .where(inArray(hostOrganisations.id, ids))
    .orderBy(asc(hostOrganisations.name), asc(hostOrganisations.id))
    .limit(50);
}

/** Who already holds an account under this SIRET; nothing more of it is read. */
export async function findSiretHolder(db: Queryable, siret: string): Promise<{ id: string } | null> {
  const [row] = await db
    .select({ id: hostOrganisations.id })
    .from(hostOrganisations)
    .where(and(eq(hostOrganisations.siret, siret), holdsItsSiret));
  return row ?? null;
}

/**
 * Creates an organisation whose first member is this person. A SIRET already known breaks a constraint. It is only claimed,
 * unless another establishment of the same company is proven and has members at the same domain.
 */
export async function insertOrganisation(
  tx: Transaction,
  fields: OrganisationFields,
  personId: string,
  now: Date,
): Promise<{ id: string; proven: boolean }> {
  const id = newId();
  const proven = await worksForSibling(tx, { siret: fields.siret, personId }, now);
  const proof = proven ? { proof: "email_domain" as const, provenAt: now } : {};
  await tx.insert(hostOrganisations).values({ ...fields, ...proof, id, createdAt: now });
  await endClaim(tx, personId);
  await insertAffiliation(tx, { personId, role: "employer", organisationId: id }, now);
  return { id, proven };
}

/** Whether another establishment of the company with this SIRET is proven and has a member at this person's domain. */
export async function worksForSibling(
  db: Queryable,
  { siret, personId }: { siret: string; personId: string },
  now: Date,
): Promise<boolean> {
  const [person] = await db.select({ email: persons.email }).from(persons).where(eq(persons.id, personId));
  const [siren, domain] = [sirenOf(siret), employerDomain(person?.email ?? null)];
  if (!siren || !domain) return false;
  const [colleague] = await db
    .select({ id: persons.id })
    .from(hostOrganisations)
    .innerJoin(affiliations, eq(affiliations.organisationId, hostOrganisations.id))
    .innerJoin(persons, eq(persons.id, affiliations.personId))
    .where(
      and(
        sql`left(${hostOrganisations.siret}, 9) = ${siren}`,
        isNotNull(hostOrganisations.proof),
        isNull(hostOrganisations.detachedAt),
        affiliationInForce(parisDate(now)),
        ne(persons.id, personId),
        sql`lower(split_part(${persons.email}::text, '@', 2)) = ${domain}`,
      ),
    )
    .limit(1);
  return colleague !== undefined;
}

export interface Standing {
  name: string;
  siret: string;
  proven: boolean;
  /** Its SIRET was taken away. */
  detached: boolean;
}

/** What it stands for. With `lock`, of two writers the second compares with what the first wrote. */
export async function findStanding(
  db: Queryable,
  id: string,
  { lock = false } = {},
): Promise<Standing | null> {
  const { name, siret, proof, detachedAt } = hostOrganisations;
  const query = db
    .select({ name, siret, proof, detachedAt })
    .from(hostOrganisations)
    .where(eq(hostOrganisations.id, id));
  const [row] = await (lock ? query.for("no key update") : query);
  if (!row) return null;
  const detached = row.detachedAt !== null;
  return { name: row.name, siret: row.siret, proven: row.proof !== null && !detached, detached };
}

/** Whether this person was a member of an organisation that this SIRET was taken away from. */
export async function wasDetached(
  db: Queryable,
  { siret, personId }: { siret: string; personId: string },
): Promise<boolean> {
  const [lost] = await db
    .select({ id: hostOrganisations.id })
    .from(hostOrganisations)
    .innerJoin(affiliations, eq(affiliations.organisationId, hostOrganisations.id))
    .where(
      and(
        eq(hostOrganisations.siret, siret),
        isNotNull(hostOrganisations.detachedAt),
        eq(affiliations.personId, personId),
      ),
    )
    .limit(1);
  return lost !== undefined;
}

/** The SIRET stays. */
export async function updateOrganisation(
  tx: Transaction,
  id: string,
  { siret: _siret, ...changing }: Partial<OrganisationFields>,
): Promise<void> {
  await tx.update(hostOrganisations).set(changing).where(eq(hostOrganisations.id, id));
}

/** Someone has found it to be what it says; one that was proven before stays proven as it was. */
export async function proveOrganisation(
  tx: Transaction,
  id: string,
  proof: OrganisationProof,
  now: Date,
): Promise<void> {
  await tx
    .update(hostOrganisations)
    .set({ proof, provenAt: now })
    .where(and(eq(hostOrganisations.id, id), isNull(hostOrganisations.proof)));
}

export type SiteFields = Omit<typeof hostSites.$inferInsert, "id" | "organisationId">;

/** The organisation's site at this address, created when it is the first time. */
export async function ensureSite(tx: Transaction, organisationId: string, site: SiteFields): Promise<string> {
  const [known] = await tx
    .select({ id: hostSites.id })
    .from(hostSites)
    .where(
      and(
        eq(hostSites.organisationId, organisationId),
        eq(hostSites.addressLine, site.addressLine),
        eq(hostSites.postcode, site.postcode),
        eq(hostSites.inseeCode, site.inseeCode),
      ),
    )
    .orderBy(asc(hostSites.id))
    .limit(1);
  if (known) return known.id;
  const id = newId();
  await tx.insert(hostSites).values({ ...site, id, organisationId });
  return id;
}
