import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { FoundInternship, FoundRefusal, FoundState } from "#app/domain/found/found-internship.ts";
import type { AnswerFoundFailure, ChangeFoundFailure } from "#app/domain/found/found.failures.ts";
import { frenchDate, parisDate } from "#app/kernel/calendar-date.ts";
import { deadlineWords } from "#app/kernel/deadline.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import type { StatusLabel } from "../applications.ts";

export const FOUND_STATE_LABELS: Record<FoundState, StatusLabel> = {
  awaiting_host: { tone: "info", text: "Réponse attendue de la structure" },
  confirmed: { tone: "success", text: "Confirmé par la structure" },
  refused: { tone: "error", text: "Refusé par la structure" },
  expired: { tone: "warning", text: "Sans réponse de la structure" },
  taken_back: { tone: "neutral", text: "Annulé" },
};

const REFUSALS: Record<FoundRefusal, string> = {
  not_these_dates: "Elle ne peut pas accueillir d’élève à ces dates.",
  no_place: "Elle ne peut pas accueillir d’élève cette année.",
  wrong_address: "La personne qui a reçu la demande ne la connaît pas : vérifiez l’adresse.",
};

/** In the words of the host that answers. */
export const REFUSAL_CHOICES: Record<FoundRefusal, string> = {
  not_these_dates: "Nous ne pouvons pas accueillir à ces dates",
  no_place: "Nous ne pouvons pas accueillir d’élève cette année",
  wrong_address: "Nous ne connaissons pas cette demande",
};

/** "Les deux semaines", "Première semaine" */
export function foundWeeksText(weeks: readonly WeekNumber[]): string {
  if (weeks.length > 1) return "Les deux semaines";
  return weeks[0] === 1 ? "Première semaine" : "Seconde semaine";
}

export function foundStoryText({ state, askedAt, expiresAt, endedAt, refusal }: FoundInternship): string {
  const asked = `Demande envoyée le ${frenchDate(parisDate(askedAt))}`;
  switch (state) {
    case "awaiting_host":
      return `${asked}, réponse attendue jusqu’au ${deadlineWords(expiresAt)}.`;
    case "refused":
      return `${asked}. ${refusal ? REFUSALS[refusal] : ""}`;
    case "expired":
      return `${asked}, restée sans réponse. Appelez la structure, puis renvoyez-lui la demande.`;
    case "taken_back":
      return endedAt ? `${asked}, annulée le ${frenchDate(parisDate(endedAt))}.` : `${asked}.`;
    case "confirmed":
      return `${asked}. La convention est créée.`;
  }
}

export function foundFailureMessage(failure: FailureBut<ChangeFoundFailure, "not_found">): {
  message: string;
  field?: string;
} {
  switch (failure.code) {
    case "week_already_taken":
      return {
        message:
          "Une place est déjà confirmée à ces dates. Choisissez l’autre semaine, ou annulez d’abord l’autre stage.",
        field: "choice",
      };
    case "week_already_asked":
      return {
        message:
          "Une autre structure est déjà interrogée pour ces dates. Attendez sa réponse, ou annulez d’abord cette demande.",
        field: "choice",
      };
    case "over":
      return {
        message: "Rien n’a été changé : cette demande a reçu une réponse, ou sa convention est signée.",
      };
    case "no_more_links":
      return {
        message: "Trop de liens ont été envoyés. Annulez cette demande, puis saisissez-la de nouveau.",
      };
  }
}

export function answerFailureMessage(failure: FailureBut<AnswerFoundFailure, "not_found">): string {
  switch (failure.code) {
    case "week_already_taken":
      return "L’élève a déjà un autre stage à ces dates. Rien n’a été enregistré : l’établissement peut vous en dire plus.";
    case "over":
      return "Cette demande n’attend plus de réponse. Appelez l’établissement pour recevoir un nouveau lien.";
    case "no_class":
    case "no_agreement_text":
      return "La convention ne peut pas encore être créée. Appelez l’établissement, puis revenez avec ce même lien : vos réponses sont gardées sur cette page.";
  }
}
