import type { AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { CodeFailure, SendLinkFailure } from "#app/domain/guardians/guardian.failures.ts";
import type { FollowedApplication } from "#app/domain/guardians/guardian-follow-up.ts";
import { plural } from "#app/kernel/text.ts";
import { deadlineText } from "../pupil/application-dates.ts";

/** Where an application stands and what comes next, in short sentences for those who read French with difficulty. */
export interface GuardianState {
  now: string;
  next: string;
}

type Facts = Pick<FollowedApplication, "status" | "organisation" | "deadlineAt" | "agreement" | "objected">;

export function guardianState(application: Facts, firstName: string): GuardianState {
  const { status, organisation, deadlineAt } = application;
  const limit = deadlineAt ? ` au plus tard le ${deadlineText(deadlineAt)}` : "";
  const elsewhere = `${firstName} peut envoyer d’autres candidatures.`;
  const unanswered = `La réponse doit arriver${limit}. Sans réponse, la candidature s’arrête.`;
  switch (status) {
    case "submitted":
      return { now: `${organisation} a reçu la candidature.`, next: unanswered };
    case "seen":
      return { now: `${organisation} a lu la candidature.`, next: unanswered };
    case "accepted":
      return {
        now: `${organisation} dit oui : une place est gardée.`,
        next: `${firstName} doit confirmer${limit}. Après, la place est perdue.`,
      };
    case "confirmed":
      return {
        now: `Le stage est confirmé. Structure d’accueil : ${organisation}.`,
        next: agreementNext(application),
      };
    case "declined":
      return { now: `${organisation} dit non pour cette fois.`, next: elsewhere };
    case "withdrawn":
      return {
        now: application.objected
          ? "Un parent ou responsable s’est opposé : la candidature est retirée."
          : `${firstName} a retiré cette candidature.`,
        next: elsewhere,
      };
    case "cancelled":
      return { now: `${organisation} ne peut plus accueillir ${firstName}.`, next: elsewhere };
    case "expired":
      return { now: `${organisation} n’a pas répondu à temps.`, next: elsewhere };
    case "lapsed":
      return { now: `${firstName} n’a pas confirmé à temps : la place est rendue.`, next: elsewhere };
    case "released":
      return {
        now: `${firstName} a confirmé un autre stage à ces dates.`,
        next: "Il n’y a rien à faire.",
      };
    case "transferred":
      return {
        now: `${organisation} a transmis la candidature à un autre lieu.`,
        next: "La suite est dans l’autre candidature.",
      };
    case "closed":
      return { now: `${organisation} ne propose plus de stage sur ce service.`, next: elsewhere };
    case "draft":
      return { now: "La candidature n’est pas envoyée.", next: "" };
  }
}

const SIGNED_BY_YOU = "Le lycée vous la fera signer.";

const AGREEMENT_NEXT: Record<AgreementStatus, string> = {
  draft: `La convention est en préparation. ${SIGNED_BY_YOU}`,
  completed: `L’équipe enseignante relit la convention. Ensuite, ${SIGNED_BY_YOU.toLowerCase()}`,
  changes_requested: `La convention est en cours de correction. Ensuite, ${SIGNED_BY_YOU.toLowerCase()}`,
  teacher_validated: `La convention est prête. ${SIGNED_BY_YOU}`,
  signing: "La convention est à signer. Si vous ne l’avez pas reçue, appelez le lycée.",
  signed: "La convention est signée par tout le monde. Il n’y a rien à faire.",
  cancelled: "La convention est annulée. Appelez le lycée pour savoir pourquoi.",
};

/** What becomes of the paper that a parent signs. */
function agreementNext({ agreement }: Facts): string {
  return AGREEMENT_NEXT[agreement?.status ?? "draft"];
}

/** A code that opened nothing: what to do now. */
export function codeFailureMessage(failure: CodeFailure): string {
  switch (failure.code) {
    case "no_code":
      return "Ce code n’est plus valable : il sert pendant 10 minutes. Demandez un nouveau code.";
    case "already_used":
      return "Ce code a déjà servi. Demandez un nouveau code.";
    case "too_many_tries":
      return "Ce code a été essayé trop de fois. Demandez un nouveau code.";
    case "wrong_code":
      return `Ce n’est pas le bon code. Prenez le dernier message reçu et recopiez les 6 chiffres. Il reste ${plural(failure.triesLeft, "essai")}.`;
  }
}

export const WAIT_FOR_CODE =
  "Vous avez demandé ou essayé beaucoup de codes. Attendez une heure, ou appelez le lycée.";

export const NO_CONTACT =
  "Le lycée n’a ni adresse électronique ni téléphone pour vous envoyer un code. Appelez le secrétariat.";

/** For the school that sends a link. */
export function sendLinkFailureMessage({ code }: SendLinkFailure): string {
  switch (code) {
    case "not_found":
      return "Ce responsable légal n’est plus dans la classe. Rechargez la page.";
    case "no_contact":
      return "Aucune adresse ni aucun téléphone n’est connu. Complétez-les dans la base de l’établissement.";
    case "no_more_links":
      return "Ce lien a été remplacé trop de fois. Écrivez à l’assistance du service.";
  }
}

export const LINK_WAIT =
  "Ce responsable légal a déjà reçu plusieurs liens dans l’heure. Attendez un peu : le message est peut-être dans ses spams (courriers indésirables).";
