import type { Mark, Opinion } from "#app/domain/applications/opinions/opinion.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";

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

type OpinionFailure =
  { code: "not_confirmed" } | { code: "too_early"; opensOn: string } | { code: "too_late"; closedOn: string };

export function opinionFailureMessage(failure: OpinionFailure): string {
  switch (failure.code) {
    case "not_confirmed":
      return "Votre avis n’a pas été enregistré : il se donne sur un stage confirmé.";
    case "too_early":
      return `Votre avis se donne à partir du dernier jour du stage, le ${frenchDate(failure.opensOn)}.`;
    case "too_late":
      return `Votre avis n’a pas été enregistré : il se donnait jusqu’au ${frenchDate(failure.closedOn)}.`;
  }
}
