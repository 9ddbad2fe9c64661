import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import type { HelpStep, HelpStepKind, HelpTopic, RequestHelpFailure } from "#app/domain/help/help-request.ts";

/** Topics in the pupil's words; teachers read the same. */
export const HELP_TOPIC_LABELS: Record<HelpTopic, string> = {
  search: "Je ne trouve pas de stage",
  agreement: "J’ai un souci avec ma convention, mes dates ou mes horaires",
  host: "Ça se passe mal sur le lieu de stage",
  behaviour: "Quelqu’un a des paroles ou des gestes déplacés envers moi",
  safety: "On me demande quelque chose de dangereux",
  other: "Autre chose",
};

export function helpFailureMessage(failure: RequestHelpFailure): string {
  if (failure.code === "no_class")
    return "Votre compte n’est relié à aucune classe cette année : personne ne recevrait ce message. Appelez votre lycée, ou l’un des numéros de cette page.";
  return `Vous avez déjà envoyé ${failure.max} messages en vingt-quatre heures. Si c’est urgent, appelez votre lycée ou l’un des numéros de cette page.`;
}

const STEPS: Record<HelpStepKind, string> = {
  read: "Lu",
  handled: "Réponse donnée",
  reopened: "Remis en attente",
};

/** "Lu par Sophie Bernard, le 30 novembre 2026 à 9 h 05": the same words for the pupil and the adults. */
export function helpStepText({ kind, byName, at }: HelpStep): string {
  return `${STEPS[kind]}${byName ? ` par ${byName}` : ""}, le ${frenchDateTime(at)}`;
}
