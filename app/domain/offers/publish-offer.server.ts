import { isDeepStrictEqual } from "node:util";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { inTransaction } from "#db/transaction.ts";
import { getCurrentCampaign } from "../campaigns/campaigns.queries.server.ts";
import { recordChange } from "../history/record-change.server.ts";
import {
  ensureSite,
  insertOrganisation,
  updateOrganisation,
  type OrganisationFields,
} from "../hosts/hosts.store.server.ts";
import type { Geocoder } from "../reference/geocoder.ts";
import type { PlaceIndex } from "../reference/place.ts";
import type { ActorContext } from "../use-case.ts";
import { announceOffers } from "./announce-offers.store.server.ts";
import { offerPublished } from "./events.ts";
import {
  checkInternshipStep,
  checkOrganisationStep,
  checkPlaceStep,
  type CheckContext,
  type CheckedOrganisation,
  type CheckedPlace,
} from "./drafts/check-offer-draft.server.ts";
import { locateExactly, readAddress, type LocatedAddress } from "./locate-address.ts";
import { OFFER_TRANSITIONS } from "./offer.ts";
import type { PublishFailure } from "./offer.failures.ts";
import type { InternshipStep } from "./offer.schema.ts";
import { textOf, type OfferDraft, type OfferStep } from "./drafts/offer-draft.ts";
import { projectOffers } from "./offer-projection.store.server.ts";
import { canManageOffer } from "./offers.policy.ts";
import { findOffer, insertSeats, projectOffersOf, updateOffer } from "./offers.store.server.ts";

type PublishContext = ActorContext & { places: PlaceIndex; geocoder: Geocoder };

/**
 * Makes a draft an offer that pupils can find: organisation (created with its first member when its SIRET is new), site, offer,
 * seats of both weeks, search row, trace and event, all in one transaction. Everything is judged again here. A second press
 * finds the offer published and changes nothing.
 */
export async function publishOffer(
  ctx: PublishContext,
  input: { draftId: string },
): Promise<Result<{ offerId: string }, PublishFailure>> {
  const now = ctx.clock.now();
  const exact = await findExactAddress(ctx, input.draftId);
  return inTransaction(
    ctx.db,
    async (tx) => {
      const offer = await findOffer(tx, input.draftId, { lock: true });
      if (!offer || !canManageOffer(ctx.actor, offer)) return err({ code: "not_found" });
      const to = OFFER_TRANSITIONS.publish[offer.status];
      if (!to) return ok({ offerId: offer.id });
      const campaign = await getCurrentCampaign(tx, now);
      if (!campaign) return err({ code: "campaign_over" });
      if (parisDate(now) < campaign.hostsOpenOn)
        return err({ code: "hosts_not_open", opensOn: campaign.hostsOpenOn });
      const checked = await checkWholeDraft({ ...ctx, db: tx, campaign }, offer.draft);
      if (!checked.ok) return checked;

      const { organisation, internship, place } = checked.value;
      const organisationId = await writeOrganisation(tx, organisation, ctx.actor.personId, now);
      await updateOffer(tx, offer.id, {
        ...offerColumns(internship, place),
        campaignId: campaign.id,
        organisationId,
        siteId: await ensureSite(tx, organisationId, siteOf(place, exact)),
        status: to,
        draft: null,
        updatedAt: now,
        publishedAt: now,
      });
      await insertSeats(tx, offer.id, { 1: place.seats1, 2: place.seats2 });
      await projectOffers(tx, [offer.id]);
      const change = { from: offer.status, to, actorId: ctx.actor.personId, actorRole: "host" as const };
      await recordChange(tx, { offerId: offer.id }, change, now);
      await announceOffers(tx, offerPublished, [offer.id], now);
      return ok({ offerId: offer.id });
    },
    { on: { host_organisations_siret_unique: { code: "incomplete", step: 1 } } },
  );
}

interface CheckedDraft {
  organisation: CheckedOrganisation;
  internship: InternshipStep;
  place: CheckedPlace;
}

/** The three steps together, or the first one that does not hold. */
export async function checkWholeDraft(
  context: CheckContext,
  draft: OfferDraft,
): Promise<Result<CheckedDraft, { code: "incomplete"; step: OfferStep }>> {
  const organisation = await checkOrganisationStep(context, draft);
  if (!organisation.ok) return err({ code: "incomplete", step: 1 });
  const internship = await checkInternshipStep(context, draft);
  if (!internship.ok) return err({ code: "incomplete", step: 2 });
  const place = checkPlaceStep(context, draft);
  if (!place.ok) return err({ code: "incomplete", step: 3 });
  return ok({ organisation: organisation.value, internship: internship.value, place: place.value });
}

async function writeOrganisation(
  tx: Transaction,
  step: CheckedOrganisation,
  personId: string,
  now: Date,
): Promise<string> {
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
  if (!step.organisationId) return insertOrganisation(tx, fields, personId, now);
  const { renamed } = await updateOrganisation(tx, step.organisationId, fields);
  if (renamed) await projectOffersOf(tx, step.organisationId);
  return step.organisationId;
}

interface ExactAddress {
  read: LocatedAddress;
  exact: LocatedAddress;
}

/** Asked before the transaction: a provider that is slow to answer holds no lock. */
async function findExactAddress(ctx: PublishContext, draftId: string): Promise<ExactAddress | null> {
  const offer = await findOffer(ctx.db, draftId);
  if (offer?.status !== "draft" || !canManageOffer(ctx.actor, offer)) return null;
  const reading = readAddress(ctx.places, textOf(offer.draft, "address"), textOf(offer.draft, "place"));
  if (reading.kind !== "found") return null;
  return { read: reading.address, exact: await locateExactly(ctx.geocoder, reading.address) };
}

/** The draft may have changed since its address was asked for: its own commune's point then stays. */
function siteOf({ located }: CheckedPlace, found: ExactAddress | null) {
  const { line, ...point } = found && isDeepStrictEqual(found.read, located) ? found.exact : located;
  return { ...point, addressLine: line };
}

function offerColumns(internship: InternshipStep, place: CheckedPlace) {
  return {
    ...internship,
    acceptsBothWeeks: place.lengths.includes("both"),
    acceptsSingleWeek: place.lengths.includes("single"),
    hoursGrid: place.hoursGrid,
    accessNote: place.accessNote,
    maxOpenApplications: place.maxOpenApplications,
  };
}
