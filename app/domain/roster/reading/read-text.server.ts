import { parse } from "csv-parse/sync";
import { cleanLine } from "#app/kernel/clean-text.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { FileProblem, Rows } from "./table.ts";

const DELIMITERS = [";", "\t", ","] as const;
/** Enough to tell which sign parts the columns. */
const SAMPLED_ROWS = 50;
/** A field longer than this is a quote that was never closed. */
const MAX_ROW_CHARACTERS = 100_000;

/** A text file as any software of schools writes it: in its encoding, parted by its sign. */
export function readText(bytes: Uint8Array): Result<Rows, FileProblem> {
  const text = decode(bytes);
  if (text === null) return err("not_a_table");
  if (/^\s*(<|#!|%PDF|\{\\rtf)/.test(text)) return err("not_a_table");
  try {
    const rows = split(text, delimiterOf(text));
    return rows.some(({ cells }) => cells.filter((cell) => cell !== "").length > 1)
      ? ok(rows)
      : err("not_a_table");
  } catch {
    return err("damaged");
  }
}

/** UTF-8, marked or not; UTF-16 when it is marked; else the encoding of French Windows. Null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The one that makes the most columns in the middle of the first rows: titles above the table have none. */
function delimiterOf(text: string): string {
  const columns = (delimiter: string) => {
    const widths = split(text, delimiter, SAMPLED_ROWS).map(({ cells }) => cells.length);
    return widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 0;
  };
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, width: columns(delimiter) })).sort(
    (a, b) => b.width - a.width,
  );
  return best?.delimiter ?? ";";
}

function split(text: string, delimiter: string, most?: number): Rows {
  const records = parse(text, {
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
    record_delimiter: ["\r\n", "\n", "\r"],
    ...(most === undefined ? {} : { to: most }),
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return records.map(({ record, info }) => ({
    line: info.lines,
    cells: record.map((cell) => cleanLine(cell).trim()),
  }));
}
