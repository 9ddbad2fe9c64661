import { err, ok, type Result } from "#app/kernel/result.ts";
import type { FileProblem, Rows, TableRow } from "../reading/table.ts";
import { columnName, recogniseColumn, type Recognised } from "./recognise-column.ts";
import type { ColumnMap, RosterField } from "./roster-fields.ts";

/** What a school has told of columns once, by the columns' names; null: not to be read. */
export type Remembered = ReadonlyMap<string, RosterField | null>;

export interface RosterTable {
  header: readonly string[];
  rows: Rows;
  columns: ColumnMap;
}

/** Titles stand above the names of columns, never that many. */
const HEADER_WITHIN = 15;
const FEWEST_RECOGNISED = 2;

/** Of the tables of a file, the one whose columns are best known, from the row that names them. */
export function findColumns(
  tables: readonly Rows[],
  remembered: Remembered,
): Result<RosterTable, FileProblem> {
  const candidates = tables.flatMap((rows) =>
    rows.slice(0, HEADER_WITHIN).map((row, index) => ({
      row,
      rest: rows.slice(index + 1),
      known: row.cells.filter((cell) => recognise(cell, remembered) !== null).length,
    })),
  );
  const [best] = [...candidates].sort((a, b) => b.known - a.known);
  if (best && best.known >= FEWEST_RECOGNISED) return ok(tableFrom(best.row, best.rest, remembered));
  const [first, ...rest] = tables[0] ?? [];
  if (!first) return err("empty");
  if (looksLikeData(first)) return err("no_header");
  return ok(tableFrom(first, rest, remembered));
}

function tableFrom({ cells }: TableRow, rows: Rows, remembered: Remembered): RosterTable {
  return { header: cells, rows, columns: mapColumns(cells, remembered) };
}

/** Whichever order the columns are in, the same ones are read first. */
export function mapColumns(header: readonly string[], remembered: Remembered): ColumnMap {
  const known = header.flatMap((name, index) => {
    const recognised = recognise(name, remembered);
    return recognised ? [{ index, name: columnName(name), recognised }] : [];
  });
  known.sort(
    (a, b) => a.recognised.rank - b.recognised.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  const columns: Partial<Record<RosterField, number[]>> = {};
  for (const { index, recognised } of known) (columns[recognised.field] ??= []).push(index);
  return columns;
}

function recognise(header: string, remembered: Remembered): Recognised | null {
  const told = remembered.get(columnName(header));
  if (told === undefined) return recogniseColumn(header);
  return told === null ? null : { field: told, rank: -1 };
}

/** Names of columns hold neither dates nor addresses. */
function looksLikeData({ cells }: TableRow): boolean {
  return cells.some((cell) => /@|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$|^\d{5,}$/.test(cell));
}
