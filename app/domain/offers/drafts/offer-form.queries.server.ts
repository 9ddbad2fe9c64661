import type { ActorContext } from "../../use-case.ts";
import { organisationsOf, type Actor } from "../../accounts/actor.ts";
import type { Campaign } from "../../campaigns/campaign.ts";
import { getCurrentCampaign } from "../../campaigns/campaigns.queries.server.ts";
import { findOrganisations, type HostOrganisation } from "../../hosts/hosts.store.server.ts";
import { findClaim, type HostClaim } from "../../hosts/team/host-claims.store.server.ts";
import { formatSiret } from "../../hosts/siret.ts";
import type { HoursFinding } from "../../hours/hours-rules.ts";
import type { PlaceIndex } from "../../reference/place.ts";
import { listSectorFamilies } from "../../reference/sectors.queries.server.ts";
import type { SectorFamily } from "../../reference/sector-family.ts";
import { checkStep } from "./check-offer-draft.server.ts";
import { findJobSigns, type JobFinding } from "#app/domain/offers/disguised-job.ts";
import { organisationReasons, textReasons } from "#app/domain/offers/moderation/hold-reasons.server.ts";
import type { HoldReason } from "#app/domain/offers/moderation/hold.ts";
import { foreseeOrganisation } from "#app/domain/offers/write-organisation.server.ts";
import { withDefaults, type OfferDraft, type OfferStep } from "./offer-draft.ts";
import type { StepFailure } from "#app/domain/offers/offer.failures.ts";
import type { PreviewedOffer } from "./offer-form.ts";
import { canManageOffer } from "#app/domain/offers/offers.policy.ts";
import { findOffer } from "#app/domain/offers/offers.store.server.ts";
import { checkWholeDraft } from "#app/domain/offers/publish-offer.server.ts";
import type { Queryable } from "#db/client.ts";

type FormContext = ActorContext & { places: PlaceIndex };

export type DraftLookup =
  | { kind: "draft"; campaign: Campaign; draft: OfferDraft }
  | { kind: "published" }
  | { kind: "not_found" }
  | { kind: "no_campaign" };

/** The draft of the form, or an empty one that nothing has been kept of yet. */
export async function getOfferDraft(
  db: Queryable,
  actor: Actor,
  { draftId, at }: { draftId: string | null; at: Date },
): Promise<DraftLookup> {
  const campaign = await getCurrentCampaign(db, at);
  if (!campaign) return { kind: "no_campaign" };
  const offer = draftId ? await findOffer(db, draftId) : null;
  if (!offer) return draftId ? { kind: "not_found" } : { kind: "draft", campaign, draft: {} };
  if (!canManageOffer(actor, offer)) return { kind: "not_found" };
  return offer.status === "draft" ? { kind: "draft", campaign, draft: offer.draft } : { kind: "published" };
}

export interface OfferStepPage {
  values: OfferDraft;
  /** What stops the step, when the reader asks to see it again. */
  failure: StepFailure | null;
  families: SectorFamily[];
  organisations: { id: string; name: string }[];
  weeks: Campaign["weeks"];
}

/** One step of the form: what was typed, over what the service can fill in by itself. */
export async function getOfferStep(
  ctx: FormContext,
  found: { campaign: Campaign; draft: OfferDraft },
  options: { step: OfferStep; review: boolean; organisationId: string | null },
): Promise<OfferStepPage> {
  const organisations = await findOrganisations(ctx.db, organisationsOf(ctx.actor));
  const claim = organisations.length === 0 ? await findClaim(ctx.db, ctx.actor.personId) : null;
  const chosen = organisations.find(({ id }) => id === options.organisationId) ?? organisations[0];
  return {
    values: withDefaults(found.draft, chosen ? organisationFields(chosen, ctx.actor) : claimedFields(claim)),
    failure: options.review
      ? await checkStep({ ...ctx, campaign: found.campaign }, options.step, found.draft)
      : null,
    families: options.step === 2 ? await listSectorFamilies(ctx.db) : [],
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    weeks: found.campaign.weeks,
  };
}

/** What someone who signed up has said of an establishment that is not here yet. */
function claimedFields(claim: HostClaim | null): OfferDraft {
  return claim ? { siret: formatSiret(claim.siret) } : {};
}

function organisationFields(organisation: HostOrganisation, actor: Actor): OfferDraft {
  return {
    organisationName: organisation.name,
    siret: formatSiret(organisation.siret),
    organisationAddress: organisation.addressLine,
    organisationPostcode: organisation.postcode,
    organisationTown: organisation.town,
    isPublic: organisation.isPublic ? "oui" : "",
    signatoryName: organisation.signatoryName ?? `${actor.firstName} ${actor.lastName}`,
    signatoryQuality: organisation.signatoryQuality ?? "",
    preventionContact: organisation.preventionContact ?? "",
  };
}

export type OfferPreview =
  | { kind: "incomplete"; step: OfferStep }
  | {
      kind: "preview";
      offer: PreviewedOffer;
      signs: JobFinding[];
      /** Why it would wait for a moderator. */
      holds: HoldReason[];
      hours: HoursFinding[];
      opensOn: string;
      approximate: boolean;
    };

/** The whole draft as pupils will read it, with what its author should look at twice; or the first step to correct. */
export async function getOfferPreview(
  ctx: FormContext,
  { campaign, draft }: { campaign: Campaign; draft: OfferDraft },
): Promise<OfferPreview> {
  const checked = await checkWholeDraft({ ...ctx, campaign }, draft);
  if (!checked.ok) return { kind: "incomplete", step: checked.error.step };
  const { organisation, internship, place } = checked.value;
  const sectors = (await listSectorFamilies(ctx.db)).flatMap((family) => family.sectors);
  const { title, description, activities, lunch, supervisorName } = internship;
  return {
    kind: "preview",
    offer: {
      title,
      description,
      activities,
      lunch,
      supervisorName,
      sectorLabel: sectors.find(({ code }) => code === internship.sectorCode)?.label ?? "",
      challenges: internship.challenges,
      organisation: organisation.organisationName,
      addressLine: place.located.line,
      postcode: place.located.postcode,
      town: place.located.town,
      hoursGrid: place.hoursGrid,
      accessNote: place.accessNote,
      acceptsBothWeeks: place.lengths.includes("both"),
      acceptsSingleWeek: place.lengths.includes("single"),
      seats: { 1: place.seats1, 2: place.seats2 },
      weeks: campaign.weeks,
    },
    signs: findJobSigns(title, description, activities),
    holds: [
      ...organisationReasons(
        await foreseeOrganisation(ctx.db, organisation, ctx.actor.personId, ctx.clock.now()),
      ),
      ...textReasons({ ...internship, ...place, ...organisation }),
    ],
    hours: place.hours,
    opensOn: campaign.hostsOpenOn,
    approximate: place.located.approximate,
  };
}
