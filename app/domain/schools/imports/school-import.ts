import type { CsvProblem } from "#app/domain/reference/csv-problem.ts";
import type { MergeCounts } from "../import-report.ts";
import type { FileRole, SideReport, Skipped } from "../import-report.ts";

/**
 * `receiving`: its files arrive. `waiting`, `running`: the worker has it, or soon will. `done` with a report; `refused`: a file
 * could not be used, and nothing was changed; `abandoned` by an administrator.
 */
export const IMPORT_STATUSES = ["receiving", "waiting", "running", "done", "refused", "abandoned"] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** One import at a time is in one of these. */
export const UNDER_WAY = ["waiting", "running"] as const satisfies readonly ImportStatus[];

/** Files that may be sent, with the most that each may weigh: four times what is published. */
export const FILE_LIMITS = { directory: 16_000_000, enrolment: 1_000_000 } as const satisfies Partial<
  Record<FileRole, number>
>;
export type SentFile = keyof typeof FILE_LIMITS;

/** What an import came to, lists cut. */
export interface KeptReport extends MergeCounts {
  read: number;
  skipped: Skipped[];
  enrolment: SideReport | null;
}

export interface ImportProblem {
  file: FileRole;
  problem: CsvProblem;
}

export function isUnderWay(status: ImportStatus): boolean {
  return (UNDER_WAY as readonly ImportStatus[]).includes(status);
}

/** Whole per cent of the lines that were read; null as long as nothing tells. */
export function shareRead({ rowsRead, lines }: { rowsRead: number; lines: number }): number | null {
  return lines > 0 ? Math.min(99, Math.floor((rowsRead / lines) * 100)) : null;
}
