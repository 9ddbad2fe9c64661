import type { ApplicationStatus, DeclineReason } from "#app/domain/applications/application.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import type { Tone } from "../components/status-badge.tsx";

export interface StatusLabel {
  tone: Tone;
  text: string;
}

export type ApplicationReader = "pupil" | "host";

const STATUS_LABELS: Record<ApplicationReader, Record<ApplicationStatus, StatusLabel>> = {
  pupil: {
    draft: { tone: "neutral", text: "Brouillon" },
    submitted: { tone: "info", text: "Envoyée" },
    seen: { tone: "info", text: "Lue" },
    accepted: { tone: "warning", text: "Acceptée, à confirmer" },
    confirmed: { tone: "success", text: "Stage confirmé" },
    declined: { tone: "neutral", text: "Refusée" },
    withdrawn: { tone: "neutral", text: "Retirée" },
    cancelled: { tone: "error", text: "Annulée par l’employeur" },
    expired: { tone: "neutral", text: "Sans réponse" },
    lapsed: { tone: "neutral", text: "Non confirmée à temps" },
    released: { tone: "neutral", text: "Retirée, stage trouvé" },
    transferred: { tone: "info", text: "Transmise" },
  },
  host: {
    draft: { tone: "neutral", text: "Brouillon" },
    submitted: { tone: "warning", text: "À lire" },
    seen: { tone: "warning", text: "À répondre" },
    accepted: { tone: "info", text: "Acceptée, l’élève doit confirmer" },
    confirmed: { tone: "success", text: "Stage confirmé" },
    declined: { tone: "neutral", text: "Refusée" },
    withdrawn: { tone: "neutral", text: "Retirée par l’élève" },
    cancelled: { tone: "neutral", text: "Annulée" },
    expired: { tone: "neutral", text: "Restée sans réponse" },
    lapsed: { tone: "neutral", text: "Non confirmée à temps" },
    released: { tone: "neutral", text: "Retirée, l’élève a un stage" },
    transferred: { tone: "neutral", text: "Transmise" },
  },
};

/** A status in the words of the one who reads it. */
export function applicationStatusLabel(status: ApplicationStatus, reader: ApplicationReader): StatusLabel {
  return STATUS_LABELS[reader][status];
}

/** What happened, in a timeline: the same words for the pupil and for the host. */
export const APPLICATION_STEPS: Record<ApplicationStatus, string> = {
  draft: "Brouillon commencé",
  submitted: "Candidature envoyée",
  seen: "Candidature lue par l’employeur",
  accepted: "Candidature acceptée",
  confirmed: "Stage confirmé par l’élève",
  declined: "Candidature refusée",
  withdrawn: "Candidature retirée par l’élève",
  cancelled: "Acceptation annulée par l’employeur",
  expired: "Délai de réponse dépassé",
  lapsed: "Délai de confirmation dépassé",
  released: "Candidature retirée : l’élève a un stage à ces dates",
  transferred: "Candidature transmise",
};

/** Reasons as the host chooses them and as the pupil reads them. */
export const DECLINE_REASON_LABELS: Record<DeclineReason, string> = {
  no_seat_left: "Il n’y a plus de place.",
  dates: "Ces dates ne conviennent finalement pas.",
  no_supervisor: "Personne n’est disponible pour accompagner un élève.",
  other_profile: "Les places ont été proposées à d’autres élèves.",
  activity_stopped: "L’activité présentée n’aura pas lieu.",
};

/** Failures of the use cases, told again here: a code without its sentence does not compile where it is passed. */
type SubmitFailure =
  | { code: "offer_closed" | "full_for_now" | "weeks_not_open" }
  | { code: "no_class" | "week_already_taken" | "already_applied" }
  | { code: "campaign_not_open"; opensOn: string }
  | { code: "quota_reached"; max: number };
type NotPossible = { code: "not_possible"; status: ApplicationStatus };

export function submitFailureMessage(failure: SubmitFailure): string {
  switch (failure.code) {
    case "offer_closed":
      return "Cette offre n’est plus ouverte aux candidatures. Votre texte reste affiché : vous pouvez le copier.";
    case "full_for_now":
      return "Complet pour l’instant : l’employeur répond d’abord aux candidatures déjà reçues. Enregistrez votre brouillon et demandez une alerte.";
    case "weeks_not_open":
      return "Il n’y a plus de place aux dates choisies. Choisissez d’autres dates si l’offre en propose.";
    case "campaign_not_open":
      return `Les candidatures ouvrent le ${frenchDate(failure.opensOn)}. Enregistrez votre brouillon en attendant.`;
    case "no_class":
      return "Votre compte n’est relié à aucune classe cette année : demandez au secrétariat de votre lycée. Votre texte peut rester en brouillon.";
    case "week_already_taken":
      return "Vous avez déjà un stage confirmé à ces dates. Choisissez l’autre semaine si elle est libre.";
    case "already_applied":
      return "Vous avez déjà une candidature en cours pour cette offre.";
    case "quota_reached":
      return `Vous avez déjà ${failure.max} candidatures en cours : attendez une réponse ou retirez-en une.`;
  }
}

/** For the pupil who confirms. `status` tells what happened in the meantime. */
export function confirmFailureMessage(failure: NotPossible | { code: "week_already_taken" }): string {
  if (failure.code === "week_already_taken")
    return "Vous avez déjà un stage confirmé pour l’une de ces semaines : une seule place par semaine.";
  return `Cette candidature ne peut plus être confirmée : ${AFTERWARDS.pupil[failure.status]}.`;
}

/** For the pupil who takes an application back. */
export function withdrawFailureMessage(status: ApplicationStatus): string {
  return `Cette candidature ne peut plus être retirée : ${AFTERWARDS.pupil[status]}.`;
}

/** For the host who answers. */
export function answerFailureMessage(failure: NotPossible | { code: "no_seat_left" }): string {
  if (failure.code === "no_seat_left")
    return "Il n’y a plus de place libre pour ces semaines. Ajoutez une place à l’offre, ou refusez la candidature.";
  return `Cette candidature n’attend plus de réponse : ${AFTERWARDS.host[failure.status]}.`;
}

const AFTERWARDS: Record<ApplicationReader, Record<ApplicationStatus, string>> = {
  pupil: {
    draft: "elle n’a pas encore été envoyée",
    submitted: "l’employeur n’a pas encore répondu",
    seen: "l’employeur n’a pas encore répondu",
    accepted: "elle est acceptée et attend votre confirmation",
    confirmed: "le stage est déjà confirmé",
    declined: "l’employeur l’a refusée",
    withdrawn: "vous l’avez retirée",
    cancelled: "l’employeur l’a annulée",
    expired: "le délai de réponse est dépassé",
    lapsed: "le délai de confirmation est dépassé",
    released: "vous avez confirmé un autre stage à ces dates",
    transferred: "l’employeur l’a transmise à un autre lieu",
  },
  host: {
    draft: "elle n’a pas encore été envoyée",
    submitted: "elle vient d’arriver",
    seen: "elle a été lue",
    accepted: "elle est déjà acceptée",
    confirmed: "le stage est confirmé",
    declined: "elle est déjà refusée",
    withdrawn: "l’élève l’a retirée",
    cancelled: "l’acceptation a été annulée",
    expired: "le délai de réponse est dépassé",
    lapsed: "l’élève n’a pas confirmé à temps",
    released: "l’élève a confirmé un autre stage à ces dates",
    transferred: "elle a été transmise",
  },
};
