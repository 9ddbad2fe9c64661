import type { CsvProblem } from "#app/domain/reference/csv-problem.ts";

const LISTED = 20;

/** Why a file cannot be read, and what to do. */
export function describeCsvProblem(file: string, problem: CsvProblem): string {
  switch (problem.code) {
    case "empty_file":
      return `Le fichier ${file} est vide.`;
    case "missing_columns":
      return (
        `Le fichier ${file} n'a pas la forme attendue (CSV, point-virgule, en-têtes sur la première ligne). ` +
        `Colonnes manquantes : ${problem.columns.join(", ")}. Rien n'a été modifié.`
      );
    case "bad_encoding":
      return (
        `Le fichier ${file} n'est pas en UTF-8 (texte illisible ${whereIn(problem.afterLine)}). ` +
        `Enregistrez-le de nouveau en « CSV UTF-8 ».`
      );
    case "unreadable":
      return (
        `Le fichier ${file} ne peut plus être lu ${whereIn(problem.afterLine)} : ` +
        `un guillemet y est sans doute resté ouvert.`
      );
  }
}

function whereIn(afterLine: number): string {
  return afterLine > 0 ? `après la ligne ${afterLine}` : "dès son début";
}

/** "a, b, c et 12 autres" */
export function listSome(items: readonly (string | number)[], total = items.length): string {
  const shown = items.slice(0, LISTED);
  const hidden = total - shown.length;
  return shown.join(", ") + (hidden > 0 ? ` et ${hidden} de plus` : "");
}
