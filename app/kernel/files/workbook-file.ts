import { strToU8, zipSync } from "fflate";
import { daysBetween, type CalendarDate } from "#app/kernel/calendar-date.ts";
import {
  CONTENT_TYPES,
  PACKAGE_RELATIONS,
  STYLES,
  STYLE_OF,
  WORKBOOK_RELATIONS,
  workbookPart,
} from "./workbook-parts.ts";

interface SheetColumn {
  title: string;
  /** In characters, as spreadsheets measure it. */
  width: number;
  /** Cells of the column are days, which sort and filter as such. */
  day?: boolean;
}

/** A table that leaves as a file, whichever its format. */
export interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly (string | number)[])[];
}

/** Titles, then rows: what a format without columns of its own is given. */
export function sheetRows({ columns, rows }: Sheet): (readonly (string | number)[])[] {
  return [columns.map(({ title }) => title), ...rows];
}

/**
 * A workbook of one sheet (Office Open XML): titles stay in sight and on each printed page, columns filter, long texts go to
 * the line. What was typed is a text of the file's own kind: no cell is ever a formula.
 */
export function workbookFile(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const last = `${columnLetters(sheet.columns.length - 1)}${sheet.rows.length + 1}`;
  const parts = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": PACKAGE_RELATIONS,
    "xl/workbook.xml": workbookPart(escaped(sheet.name), escaped(`'${sheet.name}'`), last),
    "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
    "xl/styles.xml": STYLES,
    "xl/worksheets/sheet1.xml": sheetPart(sheet, last),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  return new Uint8Array(zipSync(files));
}

/** The order of the elements is that of the format: spreadsheets refuse another. */
function sheetPart({ columns, rows }: Sheet, last: string): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, index) => textCell(title, at(index, 0), STYLE_OF.title));
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, index) =>
      valueCell(cell, at(index, row + 1), columns[index]?.day ?? false),
    );
    return `<row r="${row + 2}">${written.join("")}</row>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${titles.join("")}</row>${lines.join("")}</sheetData><autoFilter ref="A1:${last}"/><pageMargins left="0.4" right="0.4" top="0.4" bottom="0.4" header="0.2" footer="0.2"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function valueCell(value: string | number, reference: string, isDay: boolean): string {
  if (value === "") return "";
  if (typeof value === "number") return `<c r="${reference}" s="${STYLE_OF.text}"><v>${value}</v></c>`;
  return isDay
    ? `<c r="${reference}" s="${STYLE_OF.day}"><v>${serialDay(value)}</v></c>`
    : textCell(value, reference, STYLE_OF.text);
}

function textCell(text: string, reference: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Spreadsheets count days from this one. */
const DAY_ZERO: CalendarDate = "1899-12-30";

function serialDay(day: CalendarDate): number {
  return daysBetween(DAY_ZERO, day);
}

function at(column: number, row: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** A, B … Z, AA, AB … */
function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML holds no control characters, even escaped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
