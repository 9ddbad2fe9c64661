/** Why a file cannot be read at all; a faulty row is told row by row instead. */
export type CsvProblem =
  | { code: "empty_file" }
  | { code: "missing_columns"; columns: string[] }
  | { code: "bad_encoding"; afterLine: number }
  | { code: "unreadable"; afterLine: number };
