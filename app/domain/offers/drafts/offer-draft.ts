import { DEFAULT_HOURS_GRID } from "../../hours/hours-grid.ts";
import { HOURS_FIELDS, hoursFields } from "#app/domain/offers/offer-hours.ts";

/** Of one author, at the same time. */
export const MAX_OFFER_DRAFTS = 20;

export type OfferStep = 1 | 2 | 3;
export const OFFER_STEPS: readonly OfferStep[] = [1, 2, 3];

/** What the form holds, as it was typed, even when it is wrong: nothing typed is ever lost. */
export type OfferDraft = Record<string, string | string[]>;

const STEP_FIELDS: Record<OfferStep, readonly string[]> = {
  1: [
    "organisationName",
    "siret",
    "organisationAddress",
    "organisationPostcode",
    "organisationTown",
    "isPublic",
    "signatoryName",
    "signatoryQuality",
    "preventionContact",
  ],
  2: [
    "title",
    "description",
    "sectorCode",
    "activities",
    "supervisorName",
    "supervisorContact",
    "lunch",
    "challenges",
  ],
  3: [
    "address",
    "place",
    "seats1",
    "seats2",
    "lengths",
    "maxOpenApplications",
    "accessNote",
    ...HOURS_FIELDS,
  ],
};
const LIST_FIELDS: ReadonlySet<string> = new Set(["challenges", "lengths"]);
const KEPT_LENGTH = 5000;

/** The fields of one step out of a form; boxes left empty are kept as such, what does not belong there is dropped. */
export function draftFromForm(form: FormData, step: OfferStep): OfferDraft {
  const draft: OfferDraft = {};
  for (const field of STEP_FIELDS[step]) {
    const texts = form
      .getAll(field)
      .filter((value) => typeof value === "string")
      .map((value) => shortened(value));
    draft[field] = LIST_FIELDS.has(field) ? texts.slice(0, 10) : (texts[0] ?? "");
  }
  // A box whose value is an address written on the step before: ticked, it is the address.
  const same = form.get("sameAddress");
  if (step === 3 && typeof same === "string" && same.trim() !== "") draft.address = shortened(same);
  return draft;
}

/** Cut between two characters: half a pictogram is no text, and the database refuses it. */
function shortened(text: string): string {
  return text.slice(0, KEPT_LENGTH).replace(/[\uD800-\uDBFF]$/, "");
}

/** A text to start from, which says what an observation is; the author keeps, changes or empties it. */
const DEFAULT_ACTIVITIES =
  "Découverte de la structure et de ses métiers, observation des équipes dans leur travail, échanges avec les professionnels. L’élève observe : aucune tâche de production ne lui est confiée.";

/** What the form shows: the draft over what the service can fill in by itself. */
export function withDefaults(draft: OfferDraft, organisation: OfferDraft): OfferDraft {
  return {
    ...organisation,
    activities: DEFAULT_ACTIVITIES,
    lengths: ["both", "single"],
    ...hoursFields(DEFAULT_HOURS_GRID),
    ...draft,
  };
}

export function textOf(draft: OfferDraft, field: string): string {
  const value = draft[field];
  return typeof value === "string" ? value : "";
}
