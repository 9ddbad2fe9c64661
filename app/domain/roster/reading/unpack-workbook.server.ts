import { Unzip, UnzipInflate, type UnzipFile, zipSync } from "fflate";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { FileProblem } from "./table.ts";

/** What a workbook of a whole lycée never reaches, once inflated. */
const MOST_INFLATED = 60_000_000;
const MOST_ENTRIES = 1_000;
/** Beyond it a sheet is formatted to its end, or made to fill the memory. */
const LAST_ROW = 20_000;
/** Little at a time: even a thousand times larger, what comes out of it fits in memory before the count stops the rest. */
const PUSHED_BYTES = 16 * 1024;

/** All that cells are read from; pictures and macros stay packed. */
const READ_PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?workbook\.xml(\.rels)?|xl\/(sharedStrings|styles)\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

class Refused extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * A workbook with nothing but its cells, packed anew. What an entry declares and what it really inflates to are both counted
 * before anything else reads it, and so is how far its cells reach: one cell in the last row stands for a million.
 */
export function unpackWorkbook(bytes: Uint8Array): Result<Buffer, FileProblem> {
  try {
    const parts = inflateParts(bytes);
    const names = Object.keys(parts);
    if (!names.some((name) => /^xl\/workbook\.xml$/i.test(name))) return err("not_a_table");
    const sheets = names.filter((name) => /^xl\/worksheets\//i.test(name));
    if (sheets.some((name) => reachesTooFar(parts[name] ?? new Uint8Array()))) return err("too_many_rows");
    return ok(Buffer.from(zipSync(parts, { level: 0 })));
  } catch (error) {
    return err(error instanceof Refused ? error.problem : "damaged");
  }
}

function inflateParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const pieces = new Map<string, Uint8Array[]>();
  let entries = 0;
  let inflated = 0;
  const take = (file: UnzipFile) => {
    entries += 1;
    if (entries > MOST_ENTRIES || (file.originalSize ?? 0) > MOST_INFLATED) throw new Refused("inflates");
    if (file.name === "mimetype") throw new Refused("open_document");
    if (!READ_PARTS.test(file.name)) return;
    const held: Uint8Array[] = [];
    pieces.set(file.name, held);
    file.ondata = (error, chunk) => {
      if (error) throw error;
      inflated += chunk.length;
      if (inflated > MOST_INFLATED) throw new Refused("inflates");
      held.push(chunk);
    };
    file.start();
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length; at += PUSHED_BYTES) {
    const end = Math.min(bytes.length, at + PUSHED_BYTES);
    unzip.push(bytes.slice(at, end), end === bytes.length);
  }
  return Object.fromEntries([...pieces].map(([name, held]) => [name, Buffer.concat(held)]));
}

function reachesTooFar(sheet: Uint8Array): boolean {
  const xml = Buffer.from(sheet).toString("latin1");
  for (const [, column = "", row = ""] of xml.matchAll(/<(?:c|row)\s[^>]*?\br="([A-Z]*)(\d+)"/g))
    if (Number(row) > LAST_ROW || column.length > 2) return true;
  return false;
}
