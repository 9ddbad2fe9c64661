import { frenchDateTime } from "#app/kernel/calendar-date.ts";
import { hasKey } from "#app/kernel/has-key.ts";
import type { AgreementAction, AgreementStatus } from "#app/domain/agreements/agreement.ts";
import type { ValidateFailure } from "#app/domain/agreements/agreement.failures.ts";
import type { HostField, SchoolField } from "#app/domain/agreements/content/agreement-content.ts";
import type { RemarkField } from "#app/domain/agreements/content/agreement-form.ts";
import type { Failure, FailureBut } from "#app/kernel/result.ts";
import { cancelReasonText } from "./application-steps.ts";
import type { StatusLabel } from "./applications.ts";

/** `office`: the head and the office, who read what teachers alone may validate. */
export type AgreementReader = "pupil" | "host" | "school" | "office";

const STATUS_LABELS: Record<Exclude<AgreementReader, "office">, Record<AgreementStatus, StatusLabel>> = {
  pupil: {
    draft: { tone: "info", text: "En préparation" },
    completed: { tone: "info", text: "En relecture par l’établissement" },
    changes_requested: { tone: "info", text: "En cours de modification" },
    teacher_validated: { tone: "success", text: "Validée, à signer sur papier" },
    signing: { tone: "info", text: "Signatures en cours" },
    signed: { tone: "success", text: "Signée" },
    cancelled: { tone: "neutral", text: "Annulée" },
  },
  host: {
    draft: { tone: "warning", text: "Brouillon" },
    completed: { tone: "info", text: "À valider par l’établissement" },
    changes_requested: { tone: "warning", text: "Modification demandée" },
    teacher_validated: { tone: "success", text: "Validée, à signer sur papier" },
    signing: { tone: "info", text: "Signatures en cours" },
    signed: { tone: "success", text: "Signée" },
    cancelled: { tone: "neutral", text: "Annulée" },
  },
  school: {
    draft: { tone: "neutral", text: "Brouillon" },
    completed: { tone: "warning", text: "À valider" },
    changes_requested: { tone: "info", text: "Modification demandée" },
    teacher_validated: { tone: "success", text: "Validée, à signer sur papier" },
    signing: { tone: "info", text: "Signatures en cours" },
    signed: { tone: "success", text: "Signée" },
    cancelled: { tone: "neutral", text: "Annulée" },
  },
};

/** A status in the words of the one who reads it. */
export function agreementStatusLabel(status: AgreementStatus, reader: AgreementReader): StatusLabel {
  if (reader === "office") return status === "completed" ? AT_THE_TEACHERS : STATUS_LABELS.school[status];
  return STATUS_LABELS[reader][status];
}

const AT_THE_TEACHERS: StatusLabel = { tone: "info", text: "Chez les professeurs" };

/** What happened, in a timeline: the same words for everyone. */
export const AGREEMENT_STEPS: Record<AgreementStatus, string> = {
  draft: "Convention à compléter",
  completed: "Convention complète, à valider par l’équipe enseignante",
  changes_requested: "Modification demandée par l’équipe enseignante",
  teacher_validated: "Contenu validé par l’équipe enseignante",
  signing: "Signatures en cours",
  signed: "Convention signée par tout le monde",
  cancelled: "Convention annulée",
};

/** A validation taken back is no new completion. */
export function agreementStepText({
  from,
  to,
}: {
  from: AgreementStatus | null;
  to: AgreementStatus;
}): string {
  return from === "teacher_validated" && to === "completed"
    ? "Validation annulée par l’équipe enseignante : la convention est relue"
    : AGREEMENT_STEPS[to];
}

/** Why it happened: a reason of the closed list when the place was cancelled, a teacher's own words otherwise. */
export function agreementChangeDetail(to: AgreementStatus, reason: string | null): string | null {
  if (reason === null) return null;
  return to === "cancelled" ? cancelReasonText(reason) : `«\u00a0${reason}\u00a0»`;
}

/** What is still to come, in the order in which it comes. */
export const AGREEMENT_NEXT_STEPS: Partial<Record<AgreementStatus, string>> = {
  completed: "Convention complète",
  teacher_validated: "Validation par l’équipe enseignante",
  signing: "Signatures",
  signed: "Convention signée par tout le monde",
};

export const MISSING_FIELD_LABELS: Record<HostField | SchoolField, string> = {
  "host.name": "le nom de la structure d’accueil",
  "host.siret": "le SIRET de la structure d’accueil",
  "host.addressLine": "l’adresse du stage",
  "host.postcode": "le code postal du stage",
  "host.town": "la ville du stage",
  "host.signatoryName": "le nom de la personne qui signe pour la structure d’accueil",
  "host.signatoryQuality": "la fonction de la personne qui signe pour la structure d’accueil",
  hoursGrid: "les horaires",
  activities: "les activités prévues",
  "school.uai": "le numéro UAI de l’établissement",
  "school.name": "le nom de l’établissement",
  "school.address": "l’adresse de l’établissement",
  "school.headName": "le nom de la direction de l’établissement",
  "school.email": "l’adresse électronique de l’établissement",
  "pupil.firstName": "le prénom de l’élève",
  "pupil.lastName": "le nom de l’élève",
  "pupil.birthDate": "la date de naissance de l’élève",
  "pupil.className": "la classe de l’élève",
  guardians: "au moins une personne responsable de l’élève",
  "referentTeacher.name": "le nom de la personne qui suit l’élève",
  "referentTeacher.contact": "le contact de la personne qui suit l’élève",
};

export const REMARK_FIELD_LABELS: Record<RemarkField, string> = {
  activities: "Les activités prévues",
  hoursGrid: "Les horaires",
  workplaceSupervisor: "L’accompagnement sur place",
  "host.signatoryName": "La personne qui signe pour la structure d’accueil",
  lunch: "Le repas",
  violencePreventionContact: "Le contact de prévention des violences",
  referentTeacher: "Le suivi par l’établissement",
  guardians: "Les responsables de l’élève",
  "pupil.birthDate": "La date de naissance de l’élève",
  objectives: "Les objectifs",
  transport: "Les trajets",
};

export const WHOLE_AGREEMENT = "L’ensemble de la convention";

export function remarkFieldLabel(field: string | null): string {
  return field !== null && isRemarkField(field) ? REMARK_FIELD_LABELS[field] : WHOLE_AGREEMENT;
}

function isRemarkField(field: string): field is RemarkField {
  return hasKey(REMARK_FIELD_LABELS, field);
}

/** To whom a remark is addressed, said to someone else. */
export const ADDRESSEE_LABELS = { host: "La structure d’accueil", school: "L’établissement" } as const;

const WHAT: Record<AgreementAction, string> = {
  validate: "être validée",
  take_back_validation: "revenir en relecture",
  request_changes: "être renvoyée",
  fill_host: "être modifiée",
  fill_school: "être modifiée",
  cancel: "être annulée",
};

const NOW: Record<AgreementStatus, string> = {
  draft: "elle n’est pas encore complète",
  completed: "elle est complète et attend la validation de l’équipe enseignante",
  changes_requested: "une modification est déjà demandée",
  teacher_validated: "elle est déjà validée",
  signing: "les signatures ont commencé",
  signed: "elle est déjà signée",
  cancelled: "elle est annulée",
};

/** `last`: who changed it meanwhile, told to the second of two people who act at once. */
export function agreementFailureMessage(
  failure: FailureBut<ValidateFailure | Failure<"too_late">, "not_found">,
  action: AgreementAction,
  last: { at: Date; byName: string | null } | null = null,
): string {
  switch (failure.code) {
    case "stale":
      return action === "validate"
        ? "La convention a changé depuis que vous l’avez ouverte. Son nouveau contenu est affiché : relisez-le, puis validez."
        : "La convention a changé depuis que vous l’avez ouverte. Votre saisie est gardée : vérifiez-la, puis enregistrez à nouveau.";
    case "not_lawful":
      return "Cette convention ne peut pas être validée : il manque une information, ou un horaire dépasse les limites légales. Voyez les vérifications, puis demandez une modification.";
    case "too_late":
      return "Il est trop tard pour annuler la validation ici : cela se fait une fois, dans les dix minutes.";
    case "unprintable":
      return "Le PDF de cette convention n’a pas pu être fabriqué : elle n’est pas validée. L’administration du service est prévenue ; réessayez plus tard.";
    case "not_possible":
      return `Cette convention ne peut plus ${WHAT[action]} : ${NOW[failure.status]}${last?.byName ? ` (par ${last.byName}, le ${frenchDateTime(last.at)})` : ""}.`;
  }
}

/** The grid says what is wrong, day by day, beside each day. */
export const HOURS_TO_CORRECT =
  "Les horaires sont à corriger : les jours concernés le disent dans la grille.";
