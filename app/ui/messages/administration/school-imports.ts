import type { SkipReason } from "#app/domain/schools/import-schools.ts";
import type { ReceiveImportFailure } from "#app/domain/schools/imports/school-import.failures.ts";
import type { ImportProblem, ImportStatus, SentFile } from "#app/domain/schools/imports/school-import.ts";
import type { Tone } from "../../components/status-badge.tsx";
import { describeCsvProblem } from "./csv-files.ts";

/** Why a row of the directory was left out. */
export const SKIP_REASONS: Record<SkipReason, string> = {
  truncated: "ligne incomplète",
  bad_uai: "identifiant UAI qui n'a pas la forme de sept chiffres et une lettre",
  no_name: "nom ou commune absents",
  not_lycee: "autre type d'établissement qu'un lycée",
  unknown_state: "état inconnu (OUVERT, A FERMER ou FERMÉ attendu)",
};

export const IMPORT_STATUS_TEXTS: Record<ImportStatus, { text: string; tone: Tone }> = {
  receiving: { text: "En cours d’envoi", tone: "info" },
  waiting: { text: "En attente", tone: "info" },
  running: { text: "En cours", tone: "info" },
  done: { text: "Terminé", tone: "success" },
  refused: { text: "Refusé", tone: "error" },
  abandoned: { text: "Abandonné", tone: "neutral" },
};

const FILE_NAMES = { directory: "de l’annuaire", enrolment: "des effectifs", priority: "des attributs" };

export function importProblemText({ file, problem }: ImportProblem): string {
  return describeCsvProblem(FILE_NAMES[file], problem);
}

/** Why files were not taken, and the field at fault when there is one. */
export function receiveImportMessage(failure: ReceiveImportFailure): { message: string; field?: SentFile } {
  switch (failure.code) {
    case "not_found":
      return { message: "Seuls les administrateurs importent l’annuaire." };
    case "no_directory":
      return {
        field: "directory",
        message: "Choisissez le fichier de l’annuaire : il manque, ou il est vide.",
      };
    case "under_way":
      return { message: "Un import est déjà en cours : attendez sa fin, ou abandonnez-le." };
    case "too_large":
      return {
        field: failure.file,
        message: `Ce fichier est trop lourd : ${failure.maxBytes / 1_000_000} Mo au plus. Le fichier publié en pèse bien moins : vérifiez que c’est le bon.`,
      };
  }
}
