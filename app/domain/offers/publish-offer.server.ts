import { isDeepStrictEqual } from "node:util";
import { parisDate } from "#app/kernel/calendar-date.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import { inTransaction } from "#db/transaction.ts";
import { getCurrentCampaign } from "../campaigns/campaigns.queries.server.ts";
import { recordChange } from "../history/record-change.server.ts";
import { ensureSite } from "../hosts/hosts.store.server.ts";
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
import { organisationReasons, textReasons } from "./moderation/hold-reasons.server.ts";
import { insertHold } from "./moderation/holds.store.server.ts";
import { OFFER_TRANSITIONS } from "./offer.ts";
import type { PublishFailure } from "./offer.failures.ts";
import type { InternshipStep } from "./offer.schema.ts";
import { textOf, type OfferDraft, type OfferStep } from "./drafts/offer-draft.ts";
import { projectOffers } from "./offer-projection.store.server.ts";
import { canManageOffer } from "./offers.policy.ts";
import { findOffer, insertSeats, updateOffer } from "./offers.store.server.ts";
import { writeOrganisation } from "./write-organisation.server.ts";

type PublishContext = ActorContext & { places: PlaceIndex; geocoder: Geocoder };

/**
 * Makes a draft an offer that pupils can find: organisation (created with its first member when its SIRET is new), site, offer,
 * seats of both weeks, search row, trace and event, all in one transaction. One whose organisation is not proven, or whose
 * texts a check has flagged, is held until a moderator has read it, its draft kept. Everything is judged again here. A second
 * press finds the offer published or held, and changes nothing.
 */
export async function publishOffer(
  ctx: PublishContext,
  input: { draftId: string },
): Promise<Result<{ offerId: string; held: boolean }, PublishFailure>> {
  const now = ctx.clock.now();
  const exact = await findExactAddress(ctx, input.draftId);
  return inTransaction(
    ctx.db,
    async (tx) => {
      const offer = await findOffer(tx, input.draftId, { lock: true });
      // The author of a second press is not yet known as a member of the organisation that the first one created.
      const isAuthor = offer?.createdBy === ctx.actor.personId;
      if (!offer || !(isAuthor || canManageOffer(ctx.actor, offer))) return err({ code: "not_found" });
      if (!OFFER_TRANSITIONS.publish[offer.status])
        return ok({ offerId: offer.id, held: offer.status === "submitted" });
      const campaign = await getCurrentCampaign(tx, now);
      if (!campaign) return err({ code: "campaign_over" });
      if (parisDate(now) < campaign.hostsOpenOn)
        return err({ code: "hosts_not_open", opensOn: campaign.hostsOpenOn });
      const checked = await checkWholeDraft({ ...ctx, db: tx, campaign }, offer.draft);
      if (!checked.ok) return checked;

      const { organisation, internship, place } = checked.value;
      const written = await writeOrganisation(tx, organisation, ctx.actor.personId, now);
      const reasons = [
        ...organisationReasons(written),
        ...textReasons({ ...internship, ...place, ...organisation }),
      ];
      const held = reasons.length > 0;
      const to = held ? ("submitted" as const) : ("published" as const);
      await updateOffer(tx, offer.id, {
        ...offerColumns(internship, place),
        campaignId: campaign.id,
        organisationId: written.id,
        siteId: await ensureSite(tx, written.id, siteOf(place, exact)),
        status: to,
        ...(!held && { draft: null }),
        updatedAt: now,
        publishedAt: now,
      });
      await insertSeats(tx, offer.id, { 1: place.seats1, 2: place.seats2 });
      const change = { from: offer.status, to, actorId: ctx.actor.personId, actorRole: "host" as const };
      await recordChange(tx, { offerId: offer.id }, change, now);
      if (held) await insertHold(tx, { offerId: offer.id, reasons, proposedName: written.proposedName }, now);
      else await openToPupils(tx, offer.id, now);
      return ok({ offerId: offer.id, held });
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

/** Its first day in the searches; its author and those who look for such offers are told. */
export async function openToPupils(tx: Transaction, offerId: string, now: Date): Promise<void> {
  await projectOffers(tx, [offerId]);
  await announceOffers(tx, offerPublished, [offerId], now);
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
