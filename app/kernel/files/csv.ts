/** A spreadsheet would work these out: what was typed by somebody must stay what it is. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: string | number): string {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A CSV file as French spreadsheets open it by a double press: marked UTF-8, semicolons, CRLF. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return "\uFEFF" + rows.map((row) => `${row.map(csvCell).join(";")}\r\n`).join("");
}
