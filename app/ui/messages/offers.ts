import type { HoursTypingSlip } from "#app/domain/offers/offer-hours.ts";
import type { JobSign } from "#app/domain/offers/disguised-job.ts";
import type {
  ChangeOfferFailure,
  PublishFailure,
  StepCode,
  StepFailure,
} from "#app/domain/offers/offer.failures.ts";
import type { OfferStatus } from "#app/domain/offers/offer.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import type { Tone } from "../components/status-badge.tsx";

const STATUS_LABELS: Record<OfferStatus, { tone: Tone; text: string }> = {
  draft: { tone: "neutral", text: "Brouillon" },
  submitted: { tone: "warning", text: "En cours de relecture" },
  published: { tone: "success", text: "Publiée" },
  paused: { tone: "warning", text: "En pause" },
  rejected: { tone: "error", text: "Non retenue" },
  archived: { tone: "neutral", text: "Archivée" },
};

/** The status in the host's words; an offer without a free seat is "complète", whatever else. */
export function offerStatusLabel(status: OfferStatus, free: number): { tone: Tone; text: string } {
  return status === "published" && free === 0 ? { tone: "info", text: "Complète" } : STATUS_LABELS[status];
}

/** Codes of the steps, with the field that the error summary leads to. */
const STEP_MESSAGES: Record<StepCode, { field: string; message: string }> = {
  siret_taken: {
    field: "siret",
    message:
      "Cette structure a déjà un compte, dont vous n’êtes pas membre. Demandez à un ou une collègue de vous y ajouter.",
  },
  siret_detached: {
    field: "siret",
    message:
      "Ce SIRET a été retiré à votre compte. Indiquez celui de votre structure, ou écrivez-nous depuis la page d’aide.",
  },
  sector_unknown: { field: "sectorCode", message: "Choisissez un secteur d’activité dans la liste." },
  place_unknown: {
    field: "address",
    message: "Nous ne trouvons pas cette commune. Écrivez par exemple « 12 rue de Nemours, 35000 Rennes ».",
  },
  place_ambiguous: {
    field: "place",
    message: "Plusieurs communes peuvent correspondre : choisissez la bonne.",
  },
  hours_invalid: {
    field: "hours",
    message: "Les horaires sont à corriger : les remarques sont à côté de chaque jour.",
  },
};

/** Everything that stops a step, by field, in words; an hour that cannot be read leads to its own field. */
export function stepErrors(
  failure: StepFailure,
  fieldOf: (slip: HoursTypingSlip) => string = () => "hours",
): Record<string, string[]> {
  const errors = { ...failure.errors };
  for (const code of failure.codes) {
    const { field, message } = STEP_MESSAGES[code];
    if (code === "hours_invalid" && failure.slips.length > 0)
      for (const slip of failure.slips) errors[fieldOf(slip)] = [describeHoursSlip(slip)];
    else errors[field] = [...(errors[field] ?? []), message];
  }
  return errors;
}

const DAYS = { 1: "Lundi", 2: "Mardi", 3: "Mercredi", 4: "Jeudi", 5: "Vendredi", 6: "Samedi" } as const;
const HALVES = { morning: "matin", afternoon: "après-midi" } as const;

/** "Lundi matin". */
function halfDayOf({ day, half }: { day: keyof typeof DAYS; half: keyof typeof HALVES }): string {
  return `${DAYS[day]} ${HALVES[half]}`;
}

/** What stops the typed hours from being read. */
export function describeHoursSlip(slip: HoursTypingSlip): string {
  switch (slip.code) {
    case "no_hours":
      return "Indiquez les horaires d’au moins un jour.";
    case "half_range":
      return `${halfDayOf(slip)} : indiquez l’heure de début et l’heure de fin, ou laissez les deux vides.`;
    case "unreadable_time":
      return `${halfDayOf(slip)} : « ${slip.typed} » n’est pas une heure. Écrivez par exemple 9:00.`;
  }
}

export function publishFailureMessage(
  failure: FailureBut<PublishFailure, "not_found" | "incomplete">,
): string {
  return failure.code === "hosts_not_open"
    ? `La publication ouvre le ${frenchDate(failure.opensOn)}. Votre brouillon est gardé : il suffira de revenir ici.`
    : "La période des stages est passée : cette offre ne peut plus être publiée. Votre brouillon est gardé.";
}

export function changeOfferMessage(failure: FailureBut<ChangeOfferFailure, "not_found">): string {
  if (failure.code === "organisation_detached")
    return "Le SIRET de cette structure a été retiré : ses offres restent en pause.";
  return failure.code === "campaign_over"
    ? "La période des stages est passée : cette offre ne peut plus être remise en ligne."
    : `Rien n’a changé : cette offre est déjà dans l’état « ${STATUS_LABELS[failure.status].text} ».`;
}

/** What made an offer read like a job, and what the rule is. */
export const JOB_SIGN_TEXTS: Record<JobSign, string> = {
  till: "Tenir une caisse est un travail : l’élève peut observer l’accueil, sans encaisser.",
  shelves:
    "La mise en rayon est un travail : l’élève peut comprendre l’organisation du magasin, sans réassortir.",
  dishes: "La plonge est un travail : elle ne peut pas être confiée à l’élève.",
  serving: "L’élève ne sert pas : il ou elle accompagne la personne qui fait le service.",
  selling: "La vente est un travail : l’élève peut assister à un échange avec un client, sans vendre.",
  driving: "L’élève ne conduit aucun véhicule ni engin.",
  height: "Le travail en hauteur est interdit aux mineurs.",
  chemicals:
    "Les produits chimiques dangereux sont interdits aux mineurs, même pour une démonstration faite par l’élève.",
  weapons: "L’élève ne manie ni arme ni munition.",
  machines: "Les machines dangereuses sont interdites aux mineurs : l’élève regarde à distance.",
  loads: "La manutention est un travail : l’élève ne porte pas de charges.",
  cleaning: "Le ménage est un travail : il ne peut pas être confié à l’élève.",
  pay: "Un stage de seconde n’est jamais payé : c’est une observation.",
  staffing:
    "L’élève ne remplace personne et ne tient pas un poste : dites ce qu’il ou elle va découvrir, « Découvrir le métier de… ».",
};
