import type {
  CloseHelpFailure,
  Confidant,
  ContinueHelpFailure,
  HelpStep,
  HelpStepKind,
  HelpTopic,
  RequestHelpFailure,
} from "#app/domain/help/help-request.ts";
import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { roleLabel } from "./accounts/roles.ts";

/** Topics in the pupil's words; teachers read the same. */
export const HELP_TOPIC_LABELS: Record<HelpTopic, string> = {
  search: "Je ne trouve pas de stage",
  agreement: "J’ai un souci avec ma convention, mes dates ou mes horaires",
  host: "Ça se passe mal sur le lieu de stage",
  behaviour: "Quelqu’un a des paroles ou des gestes déplacés envers moi",
  safety: "On me demande quelque chose de dangereux",
  other: "Autre chose",
};

/** The field at fault, where one is. */
export function requestHelpFailure(failure: RequestHelpFailure): { message: string; field?: string } {
  switch (failure.code) {
    case "no_class":
      return {
        message:
          "Votre compte n’est relié à aucune classe cette année : personne ne recevrait ce message. Appelez votre lycée, ou l’un des numéros de cette page.",
      };
    case "unknown_reader":
      return {
        message: "Cette personne ne peut plus recevoir votre message : choisissez quelqu’un d’autre.",
        field: "reader",
      };
    case "too_many_requests":
      return {
        message: `Vous avez déjà envoyé ${failure.max} messages en vingt-quatre heures. Si c’est urgent, appelez votre lycée ou l’un des numéros de cette page.`,
      };
  }
}

export function tooManyHelpMessages({ max }: Extract<ContinueHelpFailure, { max: number }>): string {
  return `Vous avez déjà écrit ${max} fois en vingt-quatre heures. Si c’est urgent, appelez votre lycée, ou le 119.`;
}

export function closeHelpFailure({ code }: CloseHelpFailure): { message: string; field?: string } {
  return code === "note_needed"
    ? {
        message: "Dites en quelques mots ce qui a été fait : cette demande est urgente.",
        field: "note",
      }
    : {
        message:
          "Quelqu’un de l’équipe vient de clore cette demande. Votre mot n’est pas enregistré : vous pouvez l’écrire en réponse.",
      };
}

/** "Sophie Bernard (équipe enseignante)" */
export function confidantLabel({ name, role }: Confidant): string {
  return `${name} (${roleLabel(role).toLowerCase()})`;
}

const STEPS: Record<HelpStepKind, string> = {
  read: "Lu par",
  handled: "Demande close par",
  reopened: "Remise en attente par",
  second_told: "Personne n’avait lu : le service a prévenu",
};

/** "Lu par Sophie Bernard, le 30 novembre 2026 à 9 h 05": the same words for the pupil and the adults. */
export function helpStepText({ kind, byName, at }: HelpStep): string {
  const who = byName ?? "une personne qui n’est plus là";
  return `${STEPS[kind]} ${who}, le ${frenchDateTime(at)}`;
}
