import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Queryable, Transaction } from "#db/client.ts";
import { offers, offerSeats, persons } from "#db/schema/index.ts";
import { WEEK_NUMBERS, type WeekNumber } from "../campaigns/campaign.ts";
import { requestMatches } from "./announce-offers.store.server.ts";
import type { OfferStatus } from "./offer.ts";
import { MAX_OFFER_DRAFTS, type OfferDraft } from "./drafts/offer-draft.ts";
import { projectOffers, reprojectOffers } from "./offer-projection.store.server.ts";
import { lockSeats } from "./seats.store.server.ts";

export interface OfferRow {
  id: string;
  campaignId: string;
  status: OfferStatus;
  organisationId: string | null;
  createdBy: string | null;
  draft: OfferDraft;
}

/**
 * The offer, or null. With `lock`, nobody else changes it until the transaction ends. Taken before the seats; it lets
 * the foreign keys of applications through, whose transactions hold the seats already.
 */
export async function findOffer(db: Queryable, id: string, { lock = false } = {}): Promise<OfferRow | null> {
  const query = db
    .select({
      id: offers.id,
      campaignId: offers.campaignId,
      status: offers.status,
      organisationId: offers.organisationId,
      createdBy: offers.createdBy,
      draft: offers.draft,
    })
    .from(offers)
    .where(eq(offers.id, id));
  const [row] = await (lock ? query.for("no key update") : query);
  return row ? { ...row, draft: (row.draft ?? {}) as OfferDraft } : null;
}

/**
 * Creates the draft unless it exists: the same form sent twice makes one. False when its author has as many as one may keep,
 * counted under their lock.
 */
export async function insertDraft(
  tx: Transaction,
  draft: { id: string; campaignId: string; createdBy: string },
  now: Date,
): Promise<boolean> {
  if (await findOffer(tx, draft.id)) return true;
  const { createdBy } = draft;
  await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, createdBy)).for("no key update");
  const drafts = await tx.$count(offers, and(eq(offers.createdBy, createdBy), eq(offers.status, "draft")));
  if (drafts >= MAX_OFFER_DRAFTS) return (await findOffer(tx, draft.id)) !== null;
  await tx
    .insert(offers)
    .values({ ...draft, status: "draft", draft: {}, createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  return true;
}

export async function updateOffer(
  tx: Transaction,
  id: string,
  columns: Partial<typeof offers.$inferInsert>,
): Promise<void> {
  await tx.update(offers).set(columns).where(eq(offers.id, id));
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.delete(offers).where(and(eq(offers.id, id), eq(offers.status, "draft")));
}

/** Both weeks always have their row, so that an application can ask for either without looking. */
export async function insertSeats(
  tx: Transaction,
  offerId: string,
  capacity: Record<WeekNumber, number>,
): Promise<void> {
  await tx
    .insert(offerSeats)
    .values(WEEK_NUMBERS.map((week) => ({ offerId, week, capacity: capacity[week] })));
}

/** Of an offer that nobody has applied to. */
export async function deleteSeats(tx: Transaction, offerId: string): Promise<void> {
  await tx.delete(offerSeats).where(eq(offerSeats.offerId, offerId));
}

/**
 * Keeps the search rows true when the number of applications that wait for the host changes and no seat moves: an offer
 * whose host sets no limit has nothing to rewrite. The caller holds the lock of `lockSeats`.
 */
export async function reprojectLimitedOffers(
  tx: Transaction,
  offerIds: readonly string[],
  now: Date,
): Promise<void> {
  if (offerIds.length === 0) return;
  const limited = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(and(inArray(offers.id, [...offerIds]), isNotNull(offers.maxOpenApplications)));
  await reprojectOffers(
    tx,
    limited.map(({ id }) => id),
    now,
  );
}

/** Rewrites the search rows of an organisation's offers, whose words hold its name, and asks who looks for these words and knows none of them. */
export async function projectOffersOf(tx: Transaction, organisationId: string): Promise<void> {
  const rows = await tx
    .select({ id: offers.id })
    .from(offers)
    .where(and(eq(offers.organisationId, organisationId), inArray(offers.status, ["published"])));
  const ids = rows.map(({ id }) => id);
  await lockSeats(tx, ids);
  await projectOffers(tx, ids);
  await requestMatches(tx, ids, { onlyNew: true });
}
