/** A row of a file, under the number by which a spreadsheet shows it. */
export interface TableRow {
  line: number;
  cells: readonly string[];
}

/** The rows of a file, the one that names its columns included. */
export type Rows = readonly TableRow[];

/** Why a file cannot be read at all; what is wrong in a cell is told cell by cell instead. */
export const FILE_PROBLEMS = [
  "empty",
  "old_excel",
  "encrypted",
  "open_document",
  "not_a_table",
  "damaged",
  "inflates",
  "too_many_rows",
  "no_header",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** Far more than a lycée has pupils, and than an export has columns. */
export const MOST_ROWS = 5_000;
export const MOST_COLUMNS = 256;

/** "A", "Z", "AA": what a spreadsheet calls a column. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}
