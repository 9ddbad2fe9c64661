const SEPARATOR = ";";
/** Spreadsheets of a French machine then read accents. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as French spreadsheets open it: semicolons, quotes where they are needed, and no cell that is taken for a formula. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(SEPARATOR)}\r\n`).join("");
}

function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  // What a person typed may begin like a formula: an apostrophe makes a text of it.
  const plain = /^\s*[=+\-@|%]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
