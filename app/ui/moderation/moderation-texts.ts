import type { OrganisationProof } from "#app/domain/hosts/organisation-proof.ts";
import type { CheckedText, HoldCode, HoldDecision, HoldReason } from "#app/domain/offers/moderation/hold.ts";
import type {
  CorrectFailure,
  ModerationFailure,
  ReattachFailure,
} from "#app/domain/offers/moderation/moderation.failures.ts";
import type { FailureBut } from "#app/kernel/result.ts";

const FIELDS: Record<CheckedText, string> = {
  organisationName: "Nom de la structure",
  title: "Intitulé",
  description: "Description",
  activities: "Activités",
  lunch: "Repas",
  accessNote: "Accès",
  supervisorName: "Tuteur ou tutrice",
};

const REASONS: Record<HoldCode, string> = {
  claimed_organisation:
    "La structure est nouvelle ici : nous vérifions qu’elle est bien celle de ce SIRET avant de la montrer à des élèves.",
  renamed_organisation: "La structure change de nom alors que des offres ont déjà paru sous l’ancien.",
  link: "un lien vers un autre site",
  email: "une adresse électronique",
  phone: "un numéro de téléphone",
  messenger: "le nom d’une messagerie ou d’un réseau social",
};

/** Why an offer waits, in a sentence for its author and for the one who reads it. */
export function holdReasonText({ code, field, words }: HoldReason): string {
  const quoted = words === null ? "" : ` (« ${words} »)`;
  if (field === null) return REASONS[code].replace(/\.$/, "") + quoted + ".";
  return `${FIELDS[field]} : le texte semble contenir ${REASONS[code]}${quoted}.`;
}

/** What pupils are kept from, and how to be reached without it. */
export const CONTACT_RULE =
  "Les textes que lisent les élèves ne contiennent ni lien ni coordonnées : ils écrivent par le service, et reçoivent vos coordonnées une fois leur candidature acceptée.";

export const CORRECTIBLE: readonly HoldCode[] = ["link", "email", "phone", "messenger"];

const PROOFS: Record<OrganisationProof, string> = {
  directory: "Structure connue",
  email_domain: "Structure vérifiée : même entreprise et même messagerie qu’une structure connue",
  moderation: "Structure vérifiée par la modération",
  earlier: "Structure connue avant ce contrôle",
};

export function proofText(proof: OrganisationProof | null): string {
  return proof === null ? "Structure non vérifiée" : PROOFS[proof];
}

export const DECISIONS: Record<HoldDecision, string> = {
  approved: "Approuvée",
  rejected: "Refusée",
  withdrawn: "Reprise par la structure",
};

export function moderationFailureMessage(failure: FailureBut<ModerationFailure, "not_found">): string {
  return failure.code === "campaign_over"
    ? "La période des stages est passée : cette offre ne peut plus paraître."
    : "Rien n’a changé : cette offre a déjà été traitée, ou la structure l’a reprise.";
}

export function correctFailureMessage(_failure: FailureBut<CorrectFailure, "not_found">): string {
  return "Rien n’a changé : cette offre n’attend plus de relecture.";
}

export function detachFailureMessage(failure: FailureBut<ReattachFailure, "not_found">): string {
  return failure.code === "siret_taken"
    ? "Une autre structure porte ce SIRET depuis : détachez-le d’elle d’abord."
    : "Rien n’a changé : une autre personne l’a déjà fait.";
}
