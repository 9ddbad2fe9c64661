import type {
  AnswerJoinFailure,
  ReplaceHeadFailure,
  RequestToJoinFailure,
  ClaimSchoolFailure,
  EndMembershipFailure,
  InviteColleagueFailure,
} from "#app/domain/schools/schools.failures.ts";
import type { FailureBut } from "#app/kernel/result.ts";
import type { StaffRole } from "#app/domain/accounts/actor.ts";

export const STAFF_LABELS: Record<StaffRole, string> = {
  teacher: "Équipe enseignante",
  schoolOffice: "Secrétariat",
  schoolHead: "Direction",
};

export const CLAIM_REFUSALS: Record<FailureBut<ClaimSchoolFailure, "not_found">["code"], string> = {
  no_mailbox:
    "L’annuaire ne donne aucune adresse pour cet établissement. Écrivez à l’adresse des mentions légales, depuis la boîte officielle de l’établissement.",
};

export const TEAM_REFUSALS: Record<
  FailureBut<
    InviteColleagueFailure | EndMembershipFailure | AnswerJoinFailure | ReplaceHeadFailure,
    "not_found"
  >["code"],
  string
> = {
  already_answered: "Une autre personne de l’établissement a déjà répondu à cette demande.",
  wrong_day: "Choisissez un jour à partir d’aujourd’hui, dans l’année qui vient.",
  already_member:
    "Cette personne a déjà cette fonction dans l’établissement. Pour lui confier une classe, ouvrez la page des classes.",
  oneself: "Vous ne pouvez pas retirer votre propre accès : une autre personne de l’établissement le peut.",
};

export function joinRefusal(failure: FailureBut<RequestToJoinFailure, "not_found">): string {
  return failure.code === "no_domain"
    ? "L’académie de cet établissement n’est pas connue. Demandez une invitation à la direction ou au secrétariat."
    : `Indiquez votre adresse de l’académie, qui se termine par @${failure.domain}. Sans elle, demandez une invitation à la direction ou au secrétariat.`;
}
