import {
  CANCEL_REASONS,
  DECLINE_REASONS,
  WITHDRAW_WORDS,
  type ApplicationChange,
  type ApplicationStatus,
  type CancelReason,
  type DeclineReason,
  type WithdrawWords,
} from "#app/domain/applications/application.ts";
import type { ApplicationReader } from "./applications.ts";

/** What a change of state was: the same status is reached in several ways. */
type StepKind =
  ApplicationStatus | "objected" | "restored" | "passed_on" | "decline_taken_back" | "objection_taken_back";

/** What happened, in the words of the one who reads the timeline. */
const STEPS: Record<ApplicationReader, Record<StepKind, string>> = {
  pupil: {
    draft: "Brouillon commencé",
    submitted: "Candidature envoyée",
    seen: "Candidature lue par l’employeur",
    accepted: "Candidature acceptée",
    confirmed: "Stage confirmé, par vous",
    declined: "Candidature refusée",
    withdrawn: "Candidature retirée, par vous",
    objected: "Candidature retirée par l’un de vos responsables légaux",
    restored: "Candidature reprise, par vous",
    decline_taken_back: "Refus annulé par l’employeur : votre candidature attend sa réponse",
    objection_taken_back: "Opposition annulée par votre responsable légal : votre candidature continue",
    passed_on: "Candidature transmise par l’employeur à cette offre",
    cancelled: "Place annulée par l’employeur",
    expired: "L’employeur n’a pas répondu à temps",
    lapsed: "Délai de confirmation dépassé",
    released: "Candidature retirée : vous avez un stage à ces dates",
    transferred: "Candidature transmise par l’employeur à une autre de ses offres",
    closed: "Candidature close : la structure ne propose plus de stage ici",
  },
  guardian: {
    draft: "Lettre commencée",
    submitted: "Candidature envoyée par l’élève",
    seen: "Candidature lue par la structure d’accueil",
    accepted: "Candidature acceptée",
    confirmed: "Stage confirmé par l’élève",
    declined: "Candidature refusée",
    withdrawn: "Candidature retirée par l’élève",
    objected: "Candidature retirée après l’opposition d’une personne responsable",
    restored: "Candidature reprise par l’élève",
    decline_taken_back: "Refus annulé par la structure d’accueil : la candidature attend sa réponse",
    objection_taken_back: "Opposition annulée : la candidature continue",
    passed_on: "Candidature transmise à cette offre par la structure d’accueil",
    cancelled: "Place annulée par la structure d’accueil",
    expired: "Délai de réponse dépassé",
    lapsed: "Délai de confirmation dépassé",
    released: "Candidature retirée : l’élève a un stage à ces dates",
    transferred: "Candidature transmise à une autre offre de la structure d’accueil",
    closed: "Candidature close : la structure ne propose plus de stage ici",
  },
  host: {
    draft: "Brouillon commencé",
    submitted: "Candidature reçue",
    seen: "Candidature lue",
    accepted: "Candidature acceptée",
    confirmed: "Stage confirmé par l’élève",
    declined: "Candidature refusée",
    withdrawn: "Candidature retirée par l’élève",
    objected: "Candidature retirée par la famille de l’élève",
    restored: "Candidature reprise par l’élève",
    decline_taken_back: "Refus annulé : la candidature attend votre réponse",
    objection_taken_back: "Candidature maintenue par la famille de l’élève",
    passed_on: "Candidature transmise depuis une autre de vos offres",
    cancelled: "Place annulée",
    expired: "Délai de réponse dépassé",
    lapsed: "Délai de confirmation dépassé",
    released: "Candidature retirée : l’élève a un stage à ces dates",
    transferred: "Candidature transmise à une autre de vos offres",
    closed: "Candidature close : votre numéro SIRET vous était retiré",
  },
  teacher: {
    draft: "Lettre commencée",
    submitted: "Candidature envoyée",
    seen: "Candidature lue par la structure d’accueil",
    accepted: "Candidature acceptée",
    confirmed: "Stage confirmé par l’élève",
    declined: "Candidature refusée",
    withdrawn: "Candidature retirée par l’élève",
    objected: "Candidature retirée après l’opposition d’une personne responsable",
    restored: "Candidature reprise par l’élève",
    decline_taken_back: "Refus annulé par la structure d’accueil",
    objection_taken_back: "Opposition annulée par la famille : la candidature continue",
    passed_on: "Candidature transmise à cette offre par la structure d’accueil",
    cancelled: "Place annulée par la structure d’accueil",
    expired: "Structure d’accueil restée sans réponse",
    lapsed: "Délai de confirmation dépassé",
    released: "Candidature retirée : l’élève a un stage à ces dates",
    transferred: "Candidature transmise à une autre offre de la structure d’accueil",
    closed: "Candidature close : la structure ne propose plus de stage ici",
  },
};

/** Reasons as the host chooses them and as the pupil reads them. */
export const DECLINE_REASON_LABELS: Record<DeclineReason, string> = {
  no_seat_left: "Il n’y a plus de place.",
  dates: "Ces dates ne conviennent finalement pas.",
  no_supervisor: "Personne n’est disponible pour accompagner un élève.",
  other_profile: "Les places ont été proposées à d’autres élèves.",
  activity_stopped: "L’activité présentée n’aura pas lieu.",
};

export const CANCEL_REASON_LABELS: Record<CancelReason, string> = {
  no_supervisor: "La personne qui devait accompagner l’élève ne sera plus disponible.",
  activity_stopped: "L’activité prévue n’aura pas lieu.",
  site_closed: "Le lieu d’accueil sera fermé.",
  dates: "L’accueil n’est plus possible à ces dates.",
  not_safe: "L’accueil ne peut plus se faire en sécurité.",
};

/** What the host reads of a pupil who takes an application back. */
export const WITHDRAW_WORDS_LABELS: Record<WithdrawWords, string> = {
  thanks: "« Merci d’avoir pris le temps de lire ma candidature. »",
  place_found: "« J’ai trouvé un stage ailleurs. Merci d’avoir lu ma candidature ! »",
  dates: "« Ces dates ne me conviennent plus. Merci d’avoir lu ma candidature ! »",
};

/** One line of a timeline, with the reason that was given, if any. */
export function applicationStep(
  change: ApplicationChange,
  reader: ApplicationReader,
): { title: string; detail?: string } {
  const reason = reasonOf(change);
  return { title: STEPS[reader][kindOf(change)], ...(reason ? { detail: reason } : {}) };
}

function kindOf({ from, to, by }: ApplicationChange): StepKind {
  if (to === "withdrawn" && by === "guardian") return "objected";
  if (from === "declined") return "decline_taken_back";
  if (from === "withdrawn") return by === "guardian" ? "objection_taken_back" : "restored";
  if (to === "submitted" && by === "host") return "passed_on";
  return to;
}

function reasonOf({ to, reason }: ApplicationChange): string | null {
  const declined = to === "declined" && DECLINE_REASONS.find((code) => code === reason);
  if (declined) return DECLINE_REASON_LABELS[declined];
  const words = to === "withdrawn" && WITHDRAW_WORDS.find((code) => code === reason);
  if (words) return WITHDRAW_WORDS_LABELS[words];
  return to === "cancelled" ? cancelReasonText(reason) : null;
}

/** Why a place was taken back, in words; nothing for a reason that is not in the list. */
export function cancelReasonText(reason: string | null): string | null {
  const known = CANCEL_REASONS.find((code) => code === reason);
  return known ? CANCEL_REASON_LABELS[known] : null;
}
