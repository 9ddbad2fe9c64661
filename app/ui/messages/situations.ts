import type {
  DeclareSituationFailure,
  ExemptionReason,
  Situation,
  SituationKind,
} from "#app/domain/follow-up/situations/situation.ts";
import { frenchPeriod } from "#app/kernel/calendar-date.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const SITUATION_LABELS: Record<SituationKind, string> = {
  exempt: "Dispense de stage",
  at_school: "Accueil au lycée",
};

export const EXEMPTION_REASON_LABELS: Record<ExemptionReason, string> = {
  abroad: "Séjour ou mobilité à l’étranger",
  service: "Mission d’intérêt général",
  other_training: "Stage ou formation d’un autre parcours",
  personal: "Raison personnelle, connue de la direction",
};

/** "Dispense de stage du 17 au 22 juin 2027" */
export function situationText({ kind, startsOn, endsOn }: Situation): string {
  return `${SITUATION_LABELS[kind]} ${frenchPeriod(startsOn, endsOn)}`;
}

export function declareFailureMessage(failure: FailureBut<DeclareSituationFailure, "not_found">): {
  message: string;
  field?: string;
} {
  switch (failure.code) {
    case "overlaps":
      return {
        message:
          "Une autre situation couvre déjà l’un de ces jours. Annulez-la d’abord, ou choisissez d’autres dates.",
        field: "startsOn",
      };
    case "outside":
      return {
        message: `Choisissez des jours du stage : ${frenchPeriod(failure.startsOn, failure.endsOn)}.`,
        field: "startsOn",
      };
    case "has_place":
      return {
        message: `Une place est confirmée à ces dates. Structure : ${failure.hostName}. Appelez-la pour qu’elle annule la place, puis revenez ici.`,
      };
  }
}
