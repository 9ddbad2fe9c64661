import { and, asc, count, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Queryable } from "#db/client.ts";
import { hostOrganisations, hostSites, offerHolds, offers, persons } from "#db/schema/index.ts";
import type { OfferHold } from "./hold.ts";

/** The last time that this offer was held, as its host may know it; null for one that never was. */
export async function getOfferHold(db: Queryable, offerId: string): Promise<OfferHold | null> {
  const [hold] = await db
    .select({
      reasons: offerHolds.reasons,
      heldAt: offerHolds.heldAt,
      decision: offerHolds.decision,
      decidedAt: offerHolds.decidedAt,
      explanation: offerHolds.explanation,
    })
    .from(offerHolds)
    .where(eq(offerHolds.offerId, offerId))
    .orderBy(desc(offerHolds.heldAt), desc(offerHolds.id))
    .limit(1);
  return hold ?? null;
}

const AT_ONCE = 20;

const TEXTS = {
  title: offers.title,
  description: offers.description,
  activities: offers.activities,
  lunch: offers.lunch,
  accessNote: offers.accessNote,
  supervisorName: offers.supervisorName,
};

/** Those of an organisation whose SIRET was taken away wait for it to come back. */
const WAITING = and(
  isNull(offerHolds.decidedAt),
  eq(offers.status, "submitted"),
  isNull(hostOrganisations.detachedAt),
);

/** Offers that wait to be read, the oldest first, and how many there are. */
export async function listHeldOffers(db: Queryable) {
  const held = await db
    .select({
      ...TEXTS,
      id: offers.id,
      reasons: offerHolds.reasons,
      heldAt: offerHolds.heldAt,
      proposedName: offerHolds.proposedName,
      organisation: hostOrganisations.name,
      siret: hostOrganisations.siret,
      proof: hostOrganisations.proof,
      town: hostSites.town,
      authorFirstName: persons.firstName,
      authorLastName: persons.lastName,
      authorEmail: persons.email,
    })
    .from(offerHolds)
    .innerJoin(offers, eq(offers.id, offerHolds.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .innerJoin(hostSites, eq(hostSites.id, offers.siteId))
    .leftJoin(persons, eq(persons.id, offers.createdBy))
    .where(WAITING)
    .orderBy(asc(offerHolds.heldAt), asc(offerHolds.id))
    .limit(AT_ONCE);
  return { held, total: await countHeldOffers(db) };
}

export async function countHeldOffers(db: Queryable): Promise<number> {
  const [row] = await db
    .select({ held: count() })
    .from(offerHolds)
    .innerJoin(offers, eq(offers.id, offerHolds.offerId))
    .innerJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .where(WAITING);
  return row?.held ?? 0;
}

/** What was decided last, and by whom. */
export function listModerationDecisions(db: Queryable) {
  return db
    .select({
      id: offerHolds.id,
      title: offers.title,
      organisation: hostOrganisations.name,
      decision: offerHolds.decision,
      decidedAt: offerHolds.decidedAt,
      explanation: offerHolds.explanation,
      byFirstName: persons.firstName,
      byLastName: persons.lastName,
    })
    .from(offerHolds)
    .innerJoin(offers, eq(offers.id, offerHolds.offerId))
    .leftJoin(hostOrganisations, eq(hostOrganisations.id, offers.organisationId))
    .leftJoin(persons, eq(persons.id, offerHolds.decidedBy))
    .where(isNotNull(offerHolds.decidedAt))
    .orderBy(desc(offerHolds.decidedAt), desc(offerHolds.id))
    .limit(AT_ONCE);
}
