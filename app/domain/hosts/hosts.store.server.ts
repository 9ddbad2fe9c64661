import { and, asc, eq, inArray } from "drizzle-orm";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { newId } from "#app/kernel/ids.ts";
import type { Queryable, Transaction } from "#db/client.ts";
import { affiliations, hostOrganisations, hostSites } from "#db/schema/index.ts";

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
    .where(eq(hostOrganisations.siret, siret));
  return row ?? null;
}

/** Creates an organisation whose first member is this person. A SIRET already known breaks a constraint. */
export async function insertOrganisation(
  tx: Transaction,
  fields: OrganisationFields,
  personId: string,
  now: Date,
): Promise<string> {
  const id = newId();
  await tx.insert(hostOrganisations).values({ ...fields, id, createdAt: now });
  await tx
    .insert(affiliations)
    .values({ personId, role: "employer", organisationId: id, validFrom: parisDate(now) });
  return id;
}

/** Whether its name is another one now. The row is locked first: of two writers, the second compares with the first's name. */
export async function updateOrganisation(
  tx: Transaction,
  id: string,
  fields: OrganisationFields,
): Promise<{ renamed: boolean }> {
  const [before] = await tx
    .select({ name: hostOrganisations.name })
    .from(hostOrganisations)
    .where(eq(hostOrganisations.id, id))
    .for("no key update");
  const { siret: _siret, ...changing } = fields;
  await tx.update(hostOrganisations).set(changing).where(eq(hostOrganisations.id, id));
  return { renamed: before?.name !== fields.name };
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
