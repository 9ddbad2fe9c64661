import { MOST_ROWS, columnLetter } from "#app/domain/roster/reading/table.ts";
import type { ChangeKind } from "#app/domain/roster/plan/roster-plan.ts";
import type { ProblemCode, ProblemReach, RosterProblem } from "#app/domain/roster/pupils/roster-problem.ts";
import type { RosterField } from "#app/domain/roster/columns/roster-fields.ts";
import type { RosterFileProblem, RosterStatus } from "#app/domain/roster/roster-import.ts";
import type {
  ConfirmRosterFailure,
  MapColumnsFailure,
  ReceiveRosterFailure,
} from "#app/domain/roster/roster.failures.ts";
import type { Tone } from "../components/status-badge.tsx";

export const ROSTER_STATUS_TEXTS: Record<RosterStatus, { text: string; tone: Tone }> = {
  checking: { text: "Vérification en cours", tone: "info" },
  to_map: { text: "Colonnes à indiquer", tone: "warning" },
  checked: { text: "À confirmer", tone: "warning" },
  waiting: { text: "En attente", tone: "info" },
  running: { text: "En cours", tone: "info" },
  done: { text: "Terminé", tone: "success" },
  refused: { text: "Illisible", tone: "error" },
  abandoned: { text: "Abandonné", tone: "neutral" },
};

export const FIELD_LABELS: Record<RosterField, string> = {
  lastName: "Nom de l’élève",
  firstName: "Prénom de l’élève",
  fullName: "Nom et prénom de l’élève",
  birthDate: "Date de naissance",
  className: "Classe",
  level: "Niveau",
  number: "Numéro d’élève de l’établissement",
  ine: "INE (numéro national)",
  uai: "UAI de l’établissement",
  formTeacher: "Professeur principal",
  referentTeacher: "Professeur référent",
  guardian1Name: "Responsable 1 : nom et prénom",
  guardian1LastName: "Responsable 1 : nom",
  guardian1FirstName: "Responsable 1 : prénom",
  guardian1Email: "Responsable 1 : e-mail",
  guardian1Phone: "Responsable 1 : téléphone",
  guardian2Name: "Responsable 2 : nom et prénom",
  guardian2LastName: "Responsable 2 : nom",
  guardian2FirstName: "Responsable 2 : prénom",
  guardian2Email: "Responsable 2 : e-mail",
  guardian2Phone: "Responsable 2 : téléphone",
};

export const REACH_TEXTS: Record<ProblemReach, string> = {
  line: "Ligne laissée de côté",
  cell: "Case laissée de côté",
  note: "À savoir",
};

/** What is wrong, and what to do about it. */
export const PROBLEM_TEXTS: Record<ProblemCode, { what: string; remedy: string }> = {
  missing_last_name: { what: "Le nom manque.", remedy: "Écrivez le nom de l’élève." },
  missing_first_name: { what: "Le prénom manque.", remedy: "Écrivez le prénom de l’élève." },
  unsplit_name: {
    what: "Le nom et le prénom ne se distinguent pas.",
    remedy: "Écrivez le nom en capitales (MARTIN Inès), ou exportez deux colonnes.",
  },
  bad_name: {
    what: "Ce nom contient des chiffres ou des signes.",
    remedy: "N’y laissez que des lettres, des espaces, des traits d’union et des apostrophes.",
  },
  missing_birth_date: {
    what: "La date de naissance manque.",
    remedy: "Écrivez-la : la convention doit la porter, et l’élève l’indique avec sa carte.",
  },
  bad_date: { what: "Cette date n’existe pas.", remedy: "Écrivez-la ainsi : 02/10/2011." },
  impossible_date: {
    what: "Cette date n’est pas celle d’un élève de seconde.",
    remedy: "Vérifiez l’année.",
  },
  duplicate: {
    what: "Cet élève est déjà sur une autre ligne.",
    remedy: "Supprimez la ligne en trop, ou écrivez-y l’autre responsable.",
  },
  contradiction: {
    what: "Une autre ligne met cet élève dans une autre classe.",
    remedy: "Gardez la bonne classe sur toutes les lignes de l’élève.",
  },
  other_school: {
    what: "Cette ligne porte l’UAI d’un autre établissement.",
    remedy: "Vérifiez que le fichier est celui de votre établissement.",
  },
  elsewhere: {
    what: "Cet élève est inscrit dans un autre établissement.",
    remedy: "Demandez à cet établissement de l’indiquer comme parti, puis importez à nouveau.",
  },
  bad_email: {
    what: "Cette adresse électronique est incomplète.",
    remedy: "Vérifiez-la : elle s’écrit nom@exemple.fr.",
  },
  bad_phone: { what: "Ce numéro de téléphone est incomplet.", remedy: "Écrivez ses dix chiffres." },
  bad_number: {
    what: "Cet INE n’a pas onze chiffres et lettres.",
    remedy: "Vérifiez-le : il relie l’élève à son compte EduConnect.",
  },
  bad_class: { what: "Ce nom de classe dépasse 30 caractères.", remedy: "Raccourcissez-le." },
  missing_guardian_name: {
    what: "Le nom de ce responsable manque.",
    remedy: "Écrivez-le : la convention doit le porter.",
  },
  bad_guardian_name: {
    what: "Le nom de ce responsable contient des chiffres ou des signes.",
    remedy: "N’y laissez que des lettres, des espaces, des traits d’union et des apostrophes.",
  },
  no_class: { what: "Cet élève n’a pas de classe.", remedy: "Indiquez-la dans un prochain fichier." },
  no_guardian_address: {
    what: "Aucun responsable de cet élève n’a d’adresse électronique.",
    remedy: "Demandez-la à la famille, puis importez à nouveau.",
  },
  unknown_teacher: {
    what: "Ce professeur n’a pas encore de compte ici.",
    remedy: "Invitez-le depuis la page « Équipe », puis importez à nouveau.",
  },
};

/** "C, ligne 12": as a spreadsheet shows it. */
export function placeText({ line, column }: RosterProblem): string {
  return column === null ? `Ligne ${line}` : `Ligne ${line}, colonne ${columnLetter(column)}`;
}

export const PROBLEM_HEADER = ["Ligne", "Colonne", "Champ", "Problème", "Que faire"];

export function problemRow({ line, column, field, code }: RosterProblem): (string | number)[] {
  const { what, remedy } = PROBLEM_TEXTS[code];
  return [line, column === null ? "" : columnLetter(column), field ? FIELD_LABELS[field] : "", what, remedy];
}

export const CHANGE_TEXTS: Record<ChangeKind, string> = {
  name: "nom corrigé",
  birth_date: "date de naissance corrigée",
  guardian_added: "responsable ajouté",
  guardian_contact: "coordonnées d’un responsable",
  number: "relié à EduConnect",
};

export const FILE_PROBLEM_TEXTS: Record<RosterFileProblem, string> = {
  empty: "Ce fichier est vide. Vérifiez que l’export contient des lignes, puis envoyez-le à nouveau.",
  old_excel:
    "Ce fichier est d’un ancien format d’Excel (.xls). Ouvrez-le, choisissez « Enregistrer sous », puis « Classeur Excel (.xlsx) » ou « CSV », et envoyez le nouveau fichier.",
  encrypted:
    "Ce fichier est protégé par un mot de passe. Ouvrez-le, retirez le mot de passe (Fichier, Informations, Protéger), enregistrez-le et envoyez-le à nouveau.",
  open_document:
    "Ce fichier est un classeur OpenDocument (.ods). Enregistrez-le au format « Classeur Excel (.xlsx) » ou « CSV », et envoyez le nouveau fichier.",
  not_a_table:
    "Ce fichier n’est pas une liste : aucune ligne ne contient de colonnes. Exportez la liste des élèves au format CSV ou Excel (.xlsx), et envoyez ce fichier-là.",
  damaged:
    "Ce fichier est abîmé. Ouvrez-le dans un tableur, enregistrez-le au format CSV, et envoyez le nouveau fichier.",
  inflates:
    "Ce classeur est bien trop volumineux une fois ouvert. Copiez la seule liste des élèves dans un nouveau classeur, et envoyez-le.",
  too_many_rows: `Ce fichier a trop de lignes : ${MOST_ROWS} au plus. Copiez la seule liste des élèves de seconde dans un nouveau fichier, et envoyez-le.`,
  no_header:
    "La première ligne doit porter le nom des colonnes (Nom, Prénom, Né(e) le, Classe…). Ajoutez-la, et envoyez le fichier à nouveau.",
  no_campaign:
    "Les dates du prochain stage ne sont pas encore fixées : envoyez la liste quand elles le seront.",
};

/** Why a file was not taken, and the field at fault when there is one. */
export function receiveRosterMessage(failure: ReceiveRosterFailure): { message: string; field?: "file" } {
  switch (failure.code) {
    case "not_found":
      return { message: "Seuls la direction et le secrétariat de l’établissement envoient sa liste." };
    case "no_file":
      return { field: "file", message: "Choisissez le fichier : il manque, ou il est vide." };
    case "under_way":
      return { message: "Une liste est en cours d’import : attendez la fin, puis envoyez celle-ci." };
    case "too_large":
      return {
        field: "file",
        message: `Ce fichier est trop lourd : ${failure.maxBytes / 1_000_000} Mo au plus. Une liste d’élèves pèse bien moins : enregistrez-la au format CSV, sans image ni autre feuille.`,
      };
  }
}

export const ROSTER_REFUSALS: Record<(MapColumnsFailure | ConfirmRosterFailure)["code"], string> = {
  not_found: "Cet import n’existe plus.",
  over: "Cet import n’attend plus rien : un autre fichier l’a remplacé, il est terminé, ou sa journée est passée.",
  incomplete:
    "Indiquez au moins les colonnes du nom, du prénom et de la date de naissance : elles distinguent les élèves.",
  unconfirmed: "Cochez cette case pour confirmer que les élèves choisis ont quitté l’établissement.",
};
