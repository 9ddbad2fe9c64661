import type { CsvProblem } from "./csv-problem.ts";
import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { cleanLine } from "#app/kernel/clean-text.ts";

export class CsvFailure extends Error {
  readonly problem: CsvProblem;

  constructor(problem: CsvProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export interface CsvRow<Column extends string> {
  line: number;
  values: Record<Column, string>;
  /** The row is shorter than the header: something cut it. */
  truncated: boolean;
}

/** A field longer than this is a quote that was never closed: the rest of the file would pile up in memory. */
const MAX_ROW_CHARACTERS = 100_000;

/**
 * Rows of a CSV file as French administrations publish it: UTF-8 with or without BOM, semicolons, LF or CRLF.
 * Columns are found by name, in any order; letters
 * are composed, whatever the machine that wrote the file. Streamed: memory does not grow with the file.
 */
export async function* readCsv<Column extends string>(
  source: AsyncIterable<Uint8Array>,
  columns: readonly Column[],
): AsyncGenerator<CsvRow<Column>> {
  const state = { badEncoding: false };
  let header: string[] | undefined;
  const parser = parse({
    bom: true,
    delimiter: ";",
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
    record_delimiter: ["\r\n", "\n", "\r"],
  });
  pipeline(Readable.from(decode(source, state)), parser, () => undefined);
  try {
    for await (const entry of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (!header) {
        header = entry.record.map((name) => cleanLine(name).trim());
        const missing = columns.filter((column) => !header?.includes(column));
        if (missing.length > 0) throw new CsvFailure({ code: "missing_columns", columns: missing });
        continue;
      }
      yield toRow(entry.record, header, columns, entry.info.lines);
    }
  } catch (error) {
    if (error instanceof CsvFailure) throw error;
    if (!state.badEncoding && !isCsvError(error)) throw error;
    const code = state.badEncoding ? "bad_encoding" : "unreadable";
    throw new CsvFailure({ code, afterLine: Math.max(0, parser.info.lines - 1) });
  }
  if (!header) throw new CsvFailure({ code: "empty_file" });
}

function toRow<Column extends string>(
  record: string[],
  header: string[],
  columns: readonly Column[],
  line: number,
): CsvRow<Column> {
  const values = Object.fromEntries(
    columns.map((column) => [column, cleanLine(record[header.indexOf(column)] ?? "").trim()]),
  ) as Record<Column, string>;
  return { line, values, truncated: record.length < header.length };
}

async function* decode(
  source: AsyncIterable<Uint8Array>,
  state: { badEncoding: boolean },
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    // PostgreSQL refuses the null character in texts.
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true }).replaceAll("\0", "");
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) state.badEncoding = true;
    throw error;
  }
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");
}
