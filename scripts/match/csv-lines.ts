import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { InputError } from "./options.ts";
import type { Problems } from "./problems.ts";

const CHUNK_BYTES = 1 << 20;
const PROGRESS_LINES = 1_000_000;

export interface CsvInput {
  file: string;
  columns: readonly string[];
  /** Missing optional columns read as empty. */
  optional?: readonly string[];
  problems: Problems;
  progress: (message: string) => void;
}

/**
 * Reads a file as a stream, one megabyte at a time: UTF-8, commas, a header line, LF or CRLF, values in the
 * order of `columns` then `optional`, whatever the order in the file. Blank lines are skipped. Quoted values
 * are understood; no value may hold a line break.
 */
export async function readCsv(
  input: CsvInput,
  onRow: (values: string[], line: number) => void,
): Promise<void> {
  const { file, problems, progress } = input;
  const name = basename(file);
  let places: readonly number[] | undefined;
  let width = 0;
  let inOrder = false;
  let number = 0;
  const onLine = (raw: string): void => {
    number++;
    const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (text === "") return;
    const values = text.includes('"') ? splitQuoted(text) : text.split(",");
    if (places === undefined) {
      places = locateColumns(input, values);
      width = values.length;
      inOrder = places.every((place, index) => place === index);
      return;
    }
    if (values.length !== width) problems.add(number, `${values.length} valeurs au lieu de ${width}`);
    else onRow(inOrder ? values : places.map((place) => values[place] ?? ""), number);
    if (number % PROGRESS_LINES === 0)
      progress(`${name} : ${number / PROGRESS_LINES} million(s) de lignes lues`);
  };
  let rest = "";
  try {
    for await (const chunk of createReadStream(file, { encoding: "utf8", highWaterMark: CHUNK_BYTES })) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      if (number === 0 && lines[0]?.startsWith("\uFEFF")) lines[0] = lines[0].slice(1);
      for (const line of lines) onLine(line);
    }
  } catch (error) {
    if (error instanceof InputError || !isFileError(error)) throw error;
    throw new InputError(`${file} : lecture impossible (${error.code})`);
  }
  if (rest !== "") onLine(number === 0 ? rest.replace(/^\uFEFF/, "") : rest);
  if (places === undefined) throw new InputError(`${name} : fichier vide, une ligne d'en-tête est attendue`);
}

export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function locateColumns(input: CsvInput, header: readonly string[]): number[] {
  const names = header.map((name) => name.trim());
  for (const column of input.columns)
    if (!names.includes(column))
      throw new InputError(
        `${basename(input.file)}, ligne 1 : colonne « ${column} » absente (en-tête attendu : ${input.columns.join(",")})`,
      );
  return [...input.columns, ...(input.optional ?? [])].map((column) => names.indexOf(column));
}

/** Values between double quotes, a double quote doubled inside; a lone quote is kept as it is. */
function splitQuoted(text: string): string[] {
  const values: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /"((?:[^"]|"")*)"(?=,|$)/y;
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    const end = match === null ? text.indexOf(",", at) : quoted.lastIndex;
    const stop = end < 0 ? text.length : end;
    values.push(match === null ? text.slice(at, stop) : match[1]!.replaceAll('""', '"'));
    if (stop >= text.length) return values;
    at = stop + 1;
  }
}

/** A finite decimal number, or NaN: no empty text, no hexadecimal, no "Infinity". */
export function readNumber(text: string): number {
  return /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(text) ? finite(Number(text)) : NaN;
}

/** A whole number, or NaN. */
export function readWhole(text: string): number {
  const value = readNumber(text);
  return Number.isSafeInteger(value) ? value : NaN;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}
