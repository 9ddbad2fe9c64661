import type { LeaveFailure } from "#app/domain/hosts/hosts.failures.ts";
import type { FailureBut } from "#app/kernel/result.ts";

export const LEAVE_REFUSALS: Record<FailureBut<LeaveFailure, "not_found">["code"], string> = {
  offers_online:
    "Vous êtes la seule personne de cette structure, et ses offres sont en ligne. Mettez-les en pause, puis quittez-la.",
  pupils_expected:
    "Vous êtes la seule personne de cette structure, et des élèves attendent votre réponse ou viennent en stage. Répondez-leur, ou faites entrer une autre personne dans l’équipe.",
};
