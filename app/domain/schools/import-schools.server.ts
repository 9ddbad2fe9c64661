import type { FileRole, Skipped, SideReport } from "./import-report.ts";
import { sql } from "drizzle-orm";
import { SCHOOLS_CHANNEL } from "#app/domain/reference/school-places-feed.server.ts";
import { CsvFailure, readCsv } from "#app/domain/reference/read-csv.server.ts";
import type { CsvProblem } from "#app/domain/reference/csv-problem.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";
import { err, ok } from "#app/kernel/result.ts";
import type { Result } from "#app/kernel/result.ts";
import type { Transaction } from "#db/client.ts";
import {
  DIRECTORY_COLUMNS,
  ENROLMENT_COLUMNS,
  PRIORITY_COLUMNS,
  readDirectoryRow,
  readYesNo,
} from "./import-schools.ts";
import type { DirectorySchool, SkipReason } from "./import-schools.ts";
import {
  createStaging,
  mergeStaging,
  stageSchools,
  writeEnrolment,
  writePriority,
} from "./import-schools.store.server.ts";
import type { SideRow } from "./import-schools.store.server.ts";
import type { MergeCounts, SideCounts } from "./import-report.ts";

type Bytes = AsyncIterable<Uint8Array>;

export interface ImportSchoolsInput {
  directory: Bytes;
  enrolment?: Bytes;
  priority?: Bytes;
  /** Told now and then how many rows of the directory were read. */
  onProgress?: (rows: number) => void | Promise<void>;
  /** Keeps what the import came to, in its own transaction. */
  keep?: (tx: Transaction, report: ImportSchoolsReport) => Promise<void>;
}
export interface ImportSchoolsReport extends MergeCounts {
  read: number;
  skipped: Skipped[];
  enrolment: SideReport | null;
  priority: SideReport | null;
}
export type ImportSchoolsError = { code: "unusable_file"; file: FileRole; problem: CsvProblem };

const BATCH = 2000;
const PROGRESS_STEP = 500;
const LINES_KEPT = 20;

/**
 * Imports the official directory of schools, then, when given, enrolments and priority attributes. All or nothing:
 * one transaction, so that a file cut at its middle leaves the schools as they were. Importing the same files again
 * changes no row. The processes that serve are told, and propose its lycées as places. Memory does not grow with the directory, which waits in a temporary table.
 */
export async function importSchools(
  { db }: Pick<UseCaseContext, "db">,
  input: ImportSchoolsInput,
): Promise<Result<ImportSchoolsReport, ImportSchoolsError>> {
  let file: FileRole = "directory";
  try {
    return await db.transaction(async (tx) => {
      const { read, skipped } = await stageDirectory(tx, input);
      const merged = await mergeStaging(tx);
      file = "enrolment";
      const enrolment = input.enrolment ? await importEnrolment(tx, input.enrolment) : null;
      file = "priority";
      const priority = input.priority ? await importPriority(tx, input.priority) : null;
      await tx.execute(sql`select pg_notify(${SCHOOLS_CHANNEL}, '')`);
      const report = { read, skipped, ...merged, enrolment, priority };
      await input.keep?.(tx, report);
      return ok(report);
    });
  } catch (error) {
    if (error instanceof CsvFailure) return err({ code: "unusable_file", file, problem: error.problem });
    throw error;
  }
}

async function stageDirectory(
  tx: Transaction,
  { directory, onProgress }: ImportSchoolsInput,
): Promise<{ read: number; skipped: Skipped[] }> {
  await createStaging(tx);
  const skipped = new Map<SkipReason, Skipped>();
  let batch: DirectorySchool[] = [];
  let read = 0;
  for await (const row of readCsv(directory, DIRECTORY_COLUMNS)) {
    read += 1;
    const school = readDirectoryRow(row);
    if (typeof school === "string") note(skipped, school, row.line);
    else batch.push(school);
    if (batch.length === BATCH) {
      await stageSchools(tx, batch);
      batch = [];
    }
    if (read % PROGRESS_STEP === 0) await onProgress?.(read);
  }
  await stageSchools(tx, batch);
  await onProgress?.(read);
  return { read, skipped: [...skipped.values()] };
}

function note(skipped: Map<SkipReason, Skipped>, reason: SkipReason, line: number): void {
  const known = skipped.get(reason) ?? { reason, count: 0, lines: [] };
  known.count += 1;
  if (known.lines.length < LINES_KEPT) known.lines.push(line);
  skipped.set(reason, known);
}

async function importEnrolment(tx: Transaction, source: Bytes): Promise<SideReport> {
  return importSide(
    tx,
    readCsv(source, ENROLMENT_COLUMNS),
    writeEnrolment,
    ({ uai, secondes_gt, source: origin }) => {
      const enrolment = /^\d{1,5}$/.test(secondes_gt) ? Number(secondes_gt) : null;
      return enrolment === null ? null : { uai: uai.toUpperCase(), enrolment, source: origin };
    },
  );
}

async function importPriority(tx: Transaction, source: Bytes): Promise<SideReport> {
  return importSide(tx, readCsv(source, PRIORITY_COLUMNS), writePriority, (values) => {
    const rep = readYesNo(values.rep);
    const qpv = readYesNo(values.qpv);
    return rep === null || qpv === null ? null : { uai: values.uai.toUpperCase(), rep, qpv };
  });
}

/** A side file: one row a school, the last one wins when a UAI is repeated within a batch. */
async function importSide<Values>(
  tx: Transaction,
  rows: AsyncIterable<{ line: number; values: Values; truncated: boolean }>,
  write: (tx: Transaction, rows: SideRow[]) => Promise<SideCounts>,
  parse: (values: Values) => SideRow | null,
): Promise<SideReport> {
  const report: SideReport = { read: 0, updated: 0, unchanged: 0, unknown: [], badLines: [] };
  let batch = new Map<string, SideRow>();
  const flush = async (): Promise<void> => {
    const counts = await write(tx, [...batch.values()]);
    report.updated += counts.updated;
    report.unchanged += counts.unchanged;
    report.unknown.push(...counts.unknown);
    batch = new Map();
  };
  for await (const row of rows) {
    report.read += 1;
    const side = row.truncated ? null : parse(row.values);
    if (side) batch.set(side.uai, side);
    else report.badLines.push(row.line);
    if (batch.size === BATCH) await flush();
  }
  await flush();
  return report;
}
