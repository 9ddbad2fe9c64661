import { eq } from "drizzle-orm";
import { publishOffer } from "#app/domain/offers/publish-offer.server.ts";
import type { OfferDraft, OfferStep } from "#app/domain/offers/drafts/offer-draft.ts";
import { checkInvariants, INVARIANTS, PROJECTION } from "#app/domain/operations/invariants.queries.server.ts";
import { demonstrationSiret } from "#app/domain/hosts/siret.ts";
import type { Database } from "#db/client.ts";
import { hostOrganisations, offerHolds, offers, offerSearch, outboxEvents } from "#db/schema/index.ts";
import { fillDraft, geocoder, places, typedSteps } from "#tests/domain/offers/offer-fixture.ts";
import { factories, fakeClock, nextNumber } from "#tests/support/factories.ts";
import { newModerator } from "#tests/support/moderator.ts";

type Typed = Record<OfferStep, OfferDraft>;

/** A host, what it publishes, and what becomes of it. */
export async function moderationStory(db: Database) {
  const clock = fakeClock();
  const make = factories(db, clock);
  const world = await make.world();
  const host = { ...(await make.as(world.employer.id)), places, geocoder };
  const rowOf = async (offerId: string) => {
    const [row] = await db.select().from(offers).where(eq(offers.id, offerId));
    if (!row) throw new Error("No such offer");
    return row;
  };
  return {
    clock,
    make,
    world,
    host,
    moderator: await newModerator(make),
    rowOf,
    newSiret: () => demonstrationSiret(700_000 + nextNumber()),
    /** Publishes with the plain texts of the fixture, changed as told. */
    publish: async (
      change: (typed: Typed) => void = () => undefined,
      organisation: { name: string; siret: string } = world.organisation,
      as = host,
    ) => {
      const typed = typedSteps(organisation);
      change(typed);
      const draftId = await fillDraft(as, typed);
      const outcome = await publishOffer(as, { draftId });
      if (!outcome.ok) throw new Error(outcome.error.code);
      return outcome.value;
    },
    isFound: async (offerId: string) =>
      (await db.$count(offerSearch, eq(offerSearch.offerId, offerId))) === 1,
    holdsOf: (offerId: string) =>
      db.select().from(offerHolds).where(eq(offerHolds.offerId, offerId)).orderBy(offerHolds.heldAt),
    organisationOf: async (offerId: string) => {
      const { organisationId } = await rowOf(offerId);
      const [row] = await db
        .select()
        .from(hostOrganisations)
        .where(eq(hostOrganisations.id, organisationId ?? ""));
      return row;
    },
    eventsOf: async (offerId: string) =>
      (await db.select().from(outboxEvents))
        .filter(({ payload }) => (payload as { offerId?: string }).offerId === offerId)
        .map(({ type }) => type),
    expectTruth: async () =>
      (await checkInvariants(db, [...INVARIANTS, PROJECTION])).filter(({ violations }) => violations > 0),
  };
}
