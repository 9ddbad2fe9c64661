import { err, ok, type Result } from "#app/kernel/result.ts";
import { readText } from "./read-text.server.ts";
import { readWorkbook } from "./read-workbook.server.ts";
import { MOST_COLUMNS, MOST_ROWS, type FileProblem, type Rows } from "./table.ts";

/** The tables of a file: one of a text, one a sheet of a workbook. What the file is, its first bytes tell, never its name. */
export async function readTables(bytes: Uint8Array): Promise<Result<Rows[], FileProblem>> {
  if (bytes.length === 0) return err("empty");
  const tables = await readKind(Buffer.from(bytes));
  if (!tables.ok) return tables;
  const filled = tables.value.map(withoutEmptyRows).filter((rows) => rows.length > 0);
  if (filled.length === 0) return err("empty");
  if (filled.some((rows) => rows.length > MOST_ROWS)) return err("too_many_rows");
  if (filled.flat().some(({ cells }) => cells.length > MOST_COLUMNS)) return err("not_a_table");
  return ok(filled);
}

async function readKind(bytes: Buffer): Promise<Result<Rows[], FileProblem>> {
  if (bytes.subarray(0, 2).toString("latin1") === "PK") return readWorkbook(bytes);
  if (bytes.subarray(0, 4).toString("hex") === "d0cf11e0") return err(oleKind(bytes));
  const read = readText(bytes);
  return read.ok ? ok([read.value]) : read;
}

/** Files of Excel before 2007, and the box in which a password shuts a later one, begin alike. */
function oleKind(bytes: Buffer): FileProblem {
  return bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "old_excel";
}

function withoutEmptyRows(rows: Rows): Rows {
  return rows.filter(({ cells }) => cells.some((cell) => cell !== ""));
}
