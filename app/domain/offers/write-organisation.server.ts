import { and, eq, inArray } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { offers } from "#db/schema/index.ts";
import {
  findStanding,
  insertOrganisation,
  updateOrganisation,
  worksForSibling,
  type OrganisationFields,
} from "../hosts/hosts.store.server.ts";
import type { CheckedOrganisation } from "./drafts/check-offer-draft.server.ts";
import { isOtherName } from "./moderation/hold-reasons.server.ts";
import { projectOffersOf } from "./offers.store.server.ts";

export interface WrittenOrganisation {
  id: string;
  /** Someone or something has proven it to be the one that its SIRET names. */
  proven: boolean;
  /** A name that it takes only once a moderator has agreed: pupils know it by the one before. */
  proposedName: string | null;
}

/** The organisation as step 1 tells it, created with its first member when its SIRET is new. */
export async function writeOrganisation(
  tx: Transaction,
  step: CheckedOrganisation,
  personId: string,
  now: Date,
): Promise<WrittenOrganisation> {
  const fields: OrganisationFields = {
    name: step.organisationName,
    siret: step.siret,
    isPublic: step.isPublic,
    addressLine: step.organisationAddress,
    postcode: step.organisationPostcode,
    town: step.organisationTown,
    signatoryName: step.signatoryName,
    signatoryQuality: step.signatoryQuality,
    preventionContact: step.preventionContact,
  };
  const { organisationId: id } = step;
  const known = id && (await findStanding(tx, id, { lock: true }));
  if (!known) return { ...(await insertOrganisation(tx, fields, personId, now)), proposedName: null };
  const proposedName = await nameToApprove(tx, id, { before: known.name, after: fields.name });
  const name = proposedName === null ? fields.name : known.name;
  await updateOrganisation(tx, id, { ...fields, name });
  if (name !== known.name) await projectOffersOf(tx, id);
  return { id, proven: known.proven, proposedName };
}

/** What writing it would find, for a preview. */
export async function foreseeOrganisation(
  db: Queryable,
  { organisationId: id, organisationName, siret }: CheckedOrganisation,
  personId: string,
  now: Date,
): Promise<Omit<WrittenOrganisation, "id">> {
  const known = id && (await findStanding(db, id));
  if (!known) return { proven: await worksForSibling(db, { siret, personId }, now), proposedName: null };
  const names = { before: known.name, after: organisationName };
  return { proven: known.proven, proposedName: await nameToApprove(db, id, names) };
}

/** Pupils know an organisation that has published by its name: another one is moderated. */
async function nameToApprove(
  db: Queryable,
  organisationId: string,
  { before, after }: { before: string; after: string },
): Promise<string | null> {
  return isOtherName(before, after) && (await hasPublished(db, organisationId)) ? after : null;
}

async function hasPublished(db: Queryable, organisationId: string): Promise<boolean> {
  const [offer] = await db
    .select({ id: offers.id })
    .from(offers)
    .where(
      and(
        eq(offers.organisationId, organisationId),
        inArray(offers.status, ["published", "paused", "archived"]),
      ),
    )
    .limit(1);
  return offer !== undefined;
}
