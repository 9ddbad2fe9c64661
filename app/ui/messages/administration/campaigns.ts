import type { SaveCampaignFailure } from "#app/domain/campaigns/campaign.failures.ts";
import type { CampaignEffect } from "#app/domain/campaigns/campaign-settings.ts";
import { frenchDate } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import { plural } from "#app/kernel/text.ts";

/** What a change does to what exists. */
export function campaignEffectText(effect: CampaignEffect): string {
  switch (effect.code) {
    case "weeks_move":
      return `${plural(effect.offers, "offre publiée", "offres publiées")} et ${plural(effect.applications, "candidature en cours", "candidatures en cours")} passent aux nouvelles dates. Personne n’est prévenu automatiquement\u00a0: dites-le aux structures et aux lycées.`;
    case "hosts_close":
      return `Les structures ne pourront plus publier d’offre avant le ${frenchDate(effect.until)}. ${effect.offers > 0 ? `${plural(effect.offers, "offre déjà publiée reste visible", "offres déjà publiées restent visibles")}.` : ""}`.trim();
    case "pupils_close":
      return `Les élèves ne pourront plus envoyer de candidature avant le ${frenchDate(effect.until)}. ${effect.applications > 0 ? `${plural(effect.applications, "candidature en cours continue", "candidatures en cours continuent")} sans changement.` : ""}`.trim();
    case "answers_keep_deadline":
      return `${plural(effect.applications, "candidature qui attend une réponse garde son échéance", "candidatures qui attendent une réponse gardent leur échéance")}\u00a0: le nouveau délai vaut pour les suivantes.`;
    case "confirmations_keep_deadline":
      return `${plural(effect.applications, "candidature acceptée garde son échéance", "candidatures acceptées gardent leur échéance")} de confirmation\u00a0: le nouveau délai vaut pour les suivantes.`;
    case "fewer_applications":
      return `${plural(effect.pupils, "élève a", "élèves ont")} déjà plus de candidatures en cours que le nouveau maximum\u00a0: elles restent, aucune nouvelle ne sera possible avant qu’il en reste moins.`;
  }
}

/** Why a campaign is refused, and the field at fault when there is one. */
export function campaignFailureMessage(failure: FailureBut<SaveCampaignFailure, "effects_unseen">): {
  message: string;
  field?: string;
} {
  switch (failure.code) {
    case "not_found":
      return { message: "Cette campagne n’existe plus." };
    case "year_taken":
      return {
        field: "schoolYear",
        message: "Une campagne existe déjà pour cette année scolaire\u00a0: modifiez-la plutôt.",
      };
    case "over":
      return {
        field: "endsOn",
        message: "Cette période est déjà passée\u00a0: une campagne terminée ne change plus.",
      };
    case "changed_since":
      return {
        message:
          "Quelqu’un vient de modifier cette campagne. Rouvrez la page pour lire les nouvelles valeurs, puis recommencez.",
      };
    case "year_in_use":
      return {
        field: "schoolYear",
        message: `L’année scolaire ne peut plus changer\u00a0: ${plural(failure.offers, "offre en dépend", "offres en dépendent")}.`,
      };
    case "weeks_hold_placements":
      return {
        field: "startsOn",
        message: `Les dates ne peuvent plus changer\u00a0: ${plural(failure.placements, "stage est déjà confirmé", "stages sont déjà confirmés")} à ces dates, avec une convention. Les autres réglages peuvent changer.`,
      };
  }
}
