import { createHash } from "node:crypto";
import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { CONTRACT_CODES, NO_LINE, type Lists, type Matching } from "#app/domain/matching/market.ts";
import type { Reason } from "#app/domain/matching/cutoffs.ts";
import { isFileError } from "./csv-lines.ts";
import { InputError } from "./options.ts";

const LINES_PER_WRITE = 10_000;

/** Writes lines to a file that appears only once it is whole; returns the SHA-256 of its bytes. */
export function writeLines(file: string, lines: Iterable<string>): string {
  const draft = `${file}.${process.pid}.part`;
  const digest = createHash("sha256");
  let handle: number | undefined;
  try {
    handle = openSync(draft, "w");
    let batch: string[] = [];
    const flush = (target: number): void => {
      const bytes = Buffer.from(batch.join(""), "utf8");
      digest.update(bytes);
      for (let done = 0; done < bytes.length;) done += writeSync(target, bytes, done);
      batch = [];
    };
    for (const line of lines) {
      batch.push(line, "\n");
      if (batch.length >= 2 * LINES_PER_WRITE) flush(handle);
    }
    flush(handle);
    closeSync(handle);
    handle = undefined;
    renameSync(draft, file);
  } catch (error) {
    if (handle !== undefined) closeSync(handle);
    rmSync(draft, { force: true });
    if (isFileError(error)) throw new InputError(`${file} : écriture impossible (${error.code})`);
    throw error;
  }
  return digest.digest("hex");
}

/** Numbers of the ids in the order of their text. */
export function textOrder(ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
}

/** One contract obtained. */
export interface Placement {
  pupil: number;
  offer: number;
  kind: 0 | 1 | 2;
  rank: number;
  reason: Reason;
}

/** Contracts by pupil id, then contract ("1" before "2"; "B" stands alone). */
export function* placements(
  order: Uint32Array,
  lists: Lists,
  matching: Matching,
  reasonOf: (kind: 0 | 1 | 2, line: number) => Reason,
): Generator<Placement> {
  for (const pupil of order) {
    for (const kind of [1, 2, 0] as const) {
      const line = matching.lines[kind][pupil]!;
      if (line === NO_LINE) continue;
      yield {
        pupil,
        offer: lists.offer[line]!,
        kind,
        rank: lists.rank[line]!,
        reason: reasonOf(kind, line),
      };
    }
  }
}

export function* assignmentLines(
  rows: Iterable<Placement>,
  pupilIds: readonly string[],
  offerIds: readonly string[],
): Generator<string> {
  yield "pupil,offer,contract,rank,reason";
  for (const row of rows)
    yield `${pupilIds[row.pupil]!},${offerIds[row.offer]!},${CONTRACT_CODES[row.kind]},${row.rank},${row.reason}`;
}

/** Lists in the format of preferences, by pupil id then rank. */
export function* listLines(
  order: Uint32Array,
  lists: Lists,
  pupilIds: readonly string[],
  offerIds: readonly string[],
): Generator<string> {
  yield "pupil,rank,offer,contract";
  for (const pupil of order) {
    const lines: { rank: number; text: string }[] = [];
    for (const kind of [0, 1, 2] as const) {
      const end = lists.start[3 * pupil + kind + 1]!;
      for (let line = lists.start[3 * pupil + kind]!; line < end; line++) {
        const rank = lists.rank[line]!;
        const offer = offerIds[lists.offer[line]!]!;
        lines.push({ rank, text: `${pupilIds[pupil]!},${rank},${offer},${CONTRACT_CODES[kind]}` });
      }
    }
    lines.sort((a, b) => a.rank - b.rank);
    for (const line of lines) yield line.text;
  }
}
