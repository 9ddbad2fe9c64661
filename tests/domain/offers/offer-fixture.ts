import { DEFAULT_HOURS_GRID } from "#app/domain/hours/hours-grid.ts";
import { formatSiret } from "#app/domain/hosts/siret.ts";
import type { OfferDraft, OfferStep } from "#app/domain/offers/drafts/offer-draft.ts";
import { hoursFields } from "#app/domain/offers/offer-hours.ts";
import { saveOfferDraft } from "#app/domain/offers/drafts/save-offer-draft.server.ts";
import { createPlaceIndex } from "#app/domain/reference/place-index.ts";
import { createPlacesGeocoder } from "#app/infra/geocoder-places.server.ts";
import type { ActorContext } from "#app/domain/use-case.ts";
import { newId } from "#app/kernel/ids.ts";
import { readMunicipalities } from "#db/seed/reference/municipalities.ts";

export const places = createPlaceIndex(readMunicipalities());
export const geocoder = createPlacesGeocoder(places);

/** The three steps as an author would fill them. */
export function typedSteps(organisation: { name: string; siret: string }): Record<OfferStep, OfferDraft> {
  return {
    1: {
      organisationName: organisation.name,
      siret: formatSiret(organisation.siret),
      organisationAddress: "3 rue du Port",
      organisationPostcode: "35000",
      organisationTown: "Rennes",
      isPublic: "",
      signatoryName: "Alex Morel",
      signatoryQuality: "gérance",
      preventionContact: "",
    },
    2: {
      title: "Découvrir un atelier de menuiserie",
      description: "Observer la fabrication de meubles, du dessin à la livraison.",
      sectorCode: "s31",
      activities: "Observation de l'équipe.",
      challenges: ["ecologie"],
    },
    3: {
      address: "12 rue de Nemours, 35000 Rennes",
      seats1: "2",
      seats2: "1",
      lengths: ["both", "single"],
      ...hoursFields(DEFAULT_HOURS_GRID),
    },
  };
}

/** Fills the three steps one after the other, as the form does, and gives the draft's id. */
export async function fillDraft(
  ctx: ActorContext,
  steps: Record<OfferStep, OfferDraft>,
  draftId = newId(),
): Promise<string> {
  for (const step of [1, 2, 3] as const)
    await saveOfferDraft({ ...ctx, places }, { draftId, step, typed: steps[step] });
  return draftId;
}
