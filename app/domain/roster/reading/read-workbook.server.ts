import readSheets from "read-excel-file/node";
import { cleanLine } from "#app/kernel/clean-text.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { FileProblem, Rows, TableRow } from "./table.ts";
import { unpackWorkbook } from "./unpack-workbook.server.ts";

/** The sheets of a workbook, as the values that its cells show: a formula gives what it came to, and is never worked out. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Rows[], FileProblem>> {
  const unpacked = unpackWorkbook(bytes);
  if (!unpacked.ok) return unpacked;
  try {
    const sheets = await readSheets(unpacked.value, { parseNumber: (written) => written });
    return ok(sheets.map(({ data }) => data.map(toRow)));
  } catch {
    return err("damaged");
  }
}

function toRow(values: readonly unknown[], index: number): TableRow {
  return { line: index + 1, cells: values.map(textOf) };
}

/** A cell formatted as a date holds a day, at midnight in no time zone. */
function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return typeof value === "string" || typeof value === "boolean" ? cleanLine(String(value)).trim() : "";
}
