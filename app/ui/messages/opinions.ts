import type { Mark, Opinion, OpinionFailure } from "#app/domain/applications/opinions/opinion.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";

interface Question {
  label: string;
  answers: Record<Mark, string>;
}

/** The two questions asked after a placement, with their answers in words. */
export const OPINION_QUESTIONS: Record<keyof Opinion, Question> = {
  welcomed: {
    label: "Comment l’accueil s’est-il passé ?",
    answers: { 4: "Très bien", 3: "Bien", 2: "Pas très bien", 1: "Mal" },
  },
  useful: {
    label: "Ce stage vous aide-t-il à réfléchir à votre orientation ?",
    answers: { 4: "Oui, beaucoup", 3: "Oui, un peu", 2: "Pas vraiment", 1: "Pas du tout" },
  },
};

export function opinionFailureMessage(failure: FailureBut<OpinionFailure, "not_found">): string {
  switch (failure.code) {
    case "not_confirmed":
      return "Votre avis n’a pas été enregistré : il se donne sur un stage confirmé.";
    case "too_early":
      return `Votre avis se donne à partir du dernier jour du stage, le ${frenchDate(failure.opensOn)}.`;
    case "too_late":
      return `Votre avis n’a pas été enregistré : il se donnait jusqu’au ${frenchDate(failure.closedOn)}.`;
  }
}
