import type { CancelFailure, ConfirmFailure } from "#app/domain/agreements/agreement.failures.ts";
import type {
  AcceptFailure,
  RestoreFailure,
  SaveDraftFailure,
  SubmitFailure,
  TakeBackFailure,
  TransferFailure,
} from "#app/domain/applications/application.failures.ts";
import type { ApplicationStatus } from "#app/domain/applications/application.ts";
import { frenchDate, frenchDateTime } from "#app/kernel/calendar-date.ts";
import { frenchDistance } from "#app/kernel/geo.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import type { Tone } from "../components/status-badge.tsx";

export interface StatusLabel {
  tone: Tone;
  text: string;
}

export type ApplicationReader = "pupil" | "guardian" | "host" | "teacher";

const STATUS_LABELS: Record<ApplicationReader, Record<ApplicationStatus, StatusLabel>> = {
  pupil: {
    draft: { tone: "neutral", text: "Brouillon" },
    submitted: { tone: "info", text: "Envoyée" },
    seen: { tone: "info", text: "Lue" },
    accepted: { tone: "success", text: "Oui de l’employeur : confirmez" },
    confirmed: { tone: "success", text: "Stage confirmé" },
    declined: { tone: "neutral", text: "Refusée" },
    withdrawn: { tone: "neutral", text: "Retirée" },
    cancelled: { tone: "error", text: "Annulée par l’employeur" },
    expired: { tone: "neutral", text: "Sans réponse" },
    lapsed: { tone: "neutral", text: "Non confirmée à temps" },
    released: { tone: "neutral", text: "Retirée, stage trouvé" },
    transferred: { tone: "info", text: "Transmise" },
    closed: { tone: "error", text: "Close, l’offre n’existe plus" },
  },
  guardian: {
    draft: { tone: "neutral", text: "Pas encore envoyée" },
    submitted: { tone: "info", text: "En attente de réponse" },
    seen: { tone: "info", text: "Lue, en attente de réponse" },
    accepted: { tone: "warning", text: "Acceptée, à confirmer par l’élève" },
    confirmed: { tone: "success", text: "Stage confirmé" },
    declined: { tone: "neutral", text: "Refusée" },
    withdrawn: { tone: "neutral", text: "Retirée" },
    cancelled: { tone: "error", text: "Annulée par la structure d’accueil" },
    expired: { tone: "neutral", text: "Sans réponse" },
    lapsed: { tone: "neutral", text: "Non confirmée à temps" },
    released: { tone: "neutral", text: "Retirée, stage trouvé ailleurs" },
    transferred: { tone: "info", text: "Transmise à un autre lieu" },
    closed: { tone: "error", text: "Close, l’offre n’existe plus" },
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
    closed: { tone: "neutral", text: "Close" },
  },
  teacher: {
    draft: { tone: "neutral", text: "Brouillon" },
    submitted: { tone: "info", text: "Envoyée, pas encore lue" },
    seen: { tone: "info", text: "Lue, réponse attendue" },
    accepted: { tone: "warning", text: "Acceptée, l’élève doit confirmer" },
    confirmed: { tone: "success", text: "Stage confirmé" },
    declined: { tone: "neutral", text: "Refusée" },
    withdrawn: { tone: "neutral", text: "Retirée" },
    cancelled: { tone: "error", text: "Annulée par la structure" },
    expired: { tone: "neutral", text: "Structure restée sans réponse" },
    lapsed: { tone: "neutral", text: "Non confirmée à temps" },
    released: { tone: "neutral", text: "Retirée, stage trouvé ailleurs" },
    transferred: { tone: "neutral", text: "Transmise à un autre lieu" },
    closed: { tone: "error", text: "Close, l’offre n’existe plus" },
  },
};

/** A status in the words of the one who reads it. */
export function applicationStatusLabel(status: ApplicationStatus, reader: ApplicationReader): StatusLabel {
  return STATUS_LABELS[reader][status];
}

/** What a pupil has already sent to an offer, on its card. */
export function appliedLabel(status: ApplicationStatus): StatusLabel {
  switch (status) {
    case "draft":
      return { tone: "neutral", text: "Lettre commencée" };
    case "submitted":
    case "seen":
      return { tone: "info", text: "Candidature envoyée" };
    case "accepted":
    case "confirmed":
      return STATUS_LABELS.pupil[status];
    default:
      return { tone: "neutral", text: "Candidature terminée" };
  }
}

export function submitFailureMessage(
  failure: SubmitFailure | FailureBut<SaveDraftFailure, "not_found">,
): string {
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
    case "too_many_drafts":
      return `Vous gardez déjà ${failure.max} lettres en brouillon : envoyez-en une avant d’en garder une autre.`;
    case "quota_reached":
      return `Vous avez déjà ${failure.max} candidatures en cours : attendez une réponse ou retirez-en une.`;
  }
}

/** For the pupil who confirms. `status` tells what happened in the meantime. */
export function confirmFailureMessage(failure: FailureBut<ConfirmFailure, "not_found">): string {
  switch (failure.code) {
    case "week_already_taken":
      return "Vous avez déjà un stage confirmé pour l’une de ces semaines : une seule place par semaine.";
    case "no_class":
      return "Votre place reste réservée, mais votre compte n’est relié à aucune classe cette année, et la convention est faite par votre lycée : demandez au secrétariat de vous y ajouter, puis confirmez.";
    case "organisation_detached":
      return "Le service a un doute sur cette structure : aucun stage ne peut y être confirmé pour l’instant. Regardez d’autres offres, et parlez-en à votre équipe enseignante.";
    case "no_agreement_text":
      return "Votre place reste réservée, mais le modèle de convention n’est pas encore en ligne : réessayez un peu plus tard.";
    case "not_possible":
      return `Cette candidature ne peut plus être confirmée : ${AFTERWARDS.pupil[failure.status]}.`;
  }
}

/** For the pupil who takes an application back. */
export function withdrawFailureMessage(status: ApplicationStatus): string {
  return `Cette candidature ne peut plus être retirée : ${AFTERWARDS.pupil[status]}.`;
}

/** For the pupil who takes a withdrawal back: what stops a new application stops this one too. */
export function restoreFailureMessage(failure: FailureBut<RestoreFailure, "not_found">): string {
  switch (failure.code) {
    case "not_possible":
      return `Cette candidature ne peut pas être reprise : ${AFTERWARDS.pupil[failure.status]}.`;
    case "not_restorable":
      return "Cette candidature ne peut plus être reprise : cela n’est possible qu’une fois, quand vous l’avez retirée vous-même. Vous pouvez écrire une nouvelle candidature.";
    case "letter_begun":
      return "Vous avez commencé une nouvelle lettre pour cette offre : envoyez-la plutôt, rien n’est perdu.";
    case "offer_closed":
      return "Cette offre n’est plus ouverte aux candidatures.";
    case "full_for_now":
      return "Complet pour l’instant : l’employeur répond d’abord aux candidatures déjà reçues. Réessayez dans quelques jours.";
    case "weeks_not_open":
      return "Il n’y a plus de place aux dates de cette candidature.";
    default:
      return submitFailureMessage(failure);
  }
}

/** For the representative who objects. */
export function objectionFailureMessage(status: ApplicationStatus): string {
  return status === "confirmed"
    ? "Le stage est déjà confirmé : parlez-en avec l’élève et avec son lycée, qui peut encore agir sur la convention."
    : `Votre opposition n’est plus nécessaire : ${AFTERWARDS.guardian[status]}.`;
}

/** An answer that came too late: what it was, and who had answered before. */
export interface LateAnswer {
  act: "accept" | "decline";
  at: Date;
  byName: string | null;
}

/** For the host who answers: the second of two colleagues learns who was first. */
export function answerFailureMessage(
  failure: FailureBut<AcceptFailure, "not_found">,
  late: LateAnswer | null = null,
): string {
  if (failure.code === "no_seat_left")
    return "Les places de ces semaines sont toutes prises. Refusez avec la raison « Il n’y a plus de place », déjà choisie ci-dessous.";
  const done = ANSWERED[failure.status];
  const told =
    late?.byName && done
      ? `${late.byName} l’a déjà ${done}, le ${frenchDateTime(late.at)}.`
      : `Cette candidature n’attend plus de réponse : ${AFTERWARDS.host[failure.status]}.`;
  return late ? `${told} ${NOT_SENT[late.act]}` : told;
}

const NOT_SENT = {
  accept: "Votre accord n’a pas été envoyé.",
  decline: "Votre refus n’a pas été envoyé.",
} as const;

/** What a colleague may have done of it. */
const ANSWERED: Partial<Record<ApplicationStatus, string>> = {
  accepted: "acceptée",
  declined: "refusée",
  cancelled: "annulée",
  transferred: "transmise",
};

const AFTERWARDS: Record<"pupil" | "host" | "guardian", Record<ApplicationStatus, string>> = {
  pupil: {
    draft: "elle n’a pas encore été envoyée",
    submitted: "l’employeur n’a pas encore répondu",
    seen: "l’employeur n’a pas encore répondu",
    accepted: "elle est acceptée et attend votre confirmation",
    confirmed: "le stage est déjà confirmé",
    declined: "l’employeur l’a refusée",
    withdrawn: "elle est retirée",
    cancelled: "l’employeur l’a annulée",
    expired: "le délai de réponse est dépassé",
    lapsed: "le délai de confirmation est dépassé",
    released: "vous avez confirmé un autre stage à ces dates",
    transferred: "l’employeur l’a transmise à un autre lieu",
    closed: "l’offre n’existe plus",
  },
  guardian: {
    draft: "elle n’a pas encore été envoyée",
    submitted: "la structure d’accueil n’a pas encore répondu",
    seen: "la structure d’accueil n’a pas encore répondu",
    accepted: "elle est acceptée et attend la confirmation de l’élève",
    confirmed: "le stage est confirmé",
    declined: "la structure d’accueil l’a refusée",
    withdrawn: "elle est déjà retirée",
    cancelled: "la structure d’accueil l’a annulée",
    expired: "le délai de réponse est dépassé",
    lapsed: "le délai de confirmation est dépassé",
    released: "un autre stage est confirmé à ces dates",
    transferred: "elle a été transmise à un autre lieu",
    closed: "l’offre n’existe plus",
  },
  host: {
    draft: "elle n’a pas encore été envoyée",
    submitted: "elle vient d’arriver",
    seen: "elle a été lue",
    accepted: "elle est déjà acceptée",
    confirmed: "le stage est confirmé",
    declined: "elle est déjà refusée",
    withdrawn: "elle a été retirée",
    cancelled: "l’acceptation a été annulée",
    expired: "le délai de réponse est dépassé",
    lapsed: "l’élève n’a pas confirmé à temps",
    released: "l’élève a confirmé un autre stage à ces dates",
    transferred: "elle a été transmise",
    closed: "elle a été close pendant que votre numéro SIRET vous était retiré",
  },
};

/** For the host, or the representative, who comes back on what they have just done. */
export function takeBackFailureMessage(
  failure: FailureBut<TakeBackFailure, "not_found">,
  reader: "host" | "guardian",
): string {
  switch (failure.code) {
    case "not_possible":
      return `Il n’y a plus rien à annuler : ${AFTERWARDS[reader][failure.status]}.`;
    case "too_late":
      return "Il est trop tard pour revenir en arrière ici : cela se fait une fois, dans les dix minutes.";
    case "moved_on":
      return "Il n’est plus possible de revenir en arrière : entre-temps, l’élève a envoyé d’autres candidatures ou trouvé un stage.";
    case "no_seat_left":
      return "Il n’est plus possible de revenir en arrière : la place vient d’être donnée à quelqu’un d’autre.";
  }
}

/** For the host who takes a place back. */
export function cancelFailureMessage(failure: FailureBut<CancelFailure, "not_found">): string {
  if (failure.code === "agreement_signed")
    return "La convention est signée : le stage ne s’annule plus ici. Appelez le lycée, qui verra avec vous comment l’interrompre.";
  return `Cette place ne peut plus être annulée : ${AFTERWARDS.host[failure.status]}.`;
}

/** For the host who passes an application on. */
export function transferFailureMessage(failure: FailureBut<TransferFailure, "not_found">): string {
  switch (failure.code) {
    case "not_possible":
      return `Cette candidature ne peut plus être transmise : ${AFTERWARDS.host[failure.status]}.`;
    case "too_far":
      return `Cette offre est à ${frenchDistance(failure.km, true)} du lycée de l’élève. Cochez « Même si c’est loin » si vous êtes d’accord ensemble.`;
    case "same_offer":
      return "Cette candidature est déjà dans cette offre : choisissez-en une autre.";
    case "already_applied":
      return "L’élève a déjà écrit pour cette offre : il n’y a rien à transmettre.";
    case "offer_closed":
      return "Cette offre n’est pas ouverte à cet élève.";
    case "full_for_now":
      return "Cette offre a déjà autant de candidatures à traiter que vous l’avez voulu.";
    case "weeks_not_open":
      return "Cette offre n’a plus de place aux dates demandées.";
  }
}
