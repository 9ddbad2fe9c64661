import type { SkipReason } from "./import-schools.ts";

/** A UAI that stands on several rows: the name that was kept and the others. */
export interface DuplicateUai {
  uai: string;
  kept: string;
  others: string[];
}

export interface MergeCounts {
  created: number;
  updated: number;
  unchanged: number;
  concerned: number;
  approximate: number;
  unplaced: string[];
  /** Schools whose coordinates lie far from their commune, or are none: they are placed at its point. */
  misplaced: MisplacedSchool[];
  misplacedCount: number;
  duplicates: DuplicateUai[];
  duplicateCount: number;
  absent: number;
}

export interface MisplacedSchool {
  uai: string;
  town: string;
  /** Null when the coordinates are none. */
  km: number | null;
}

export interface SideCounts {
  updated: number;
  unchanged: number;
  unknown: string[];
}

export type FileRole = "directory" | "enrolment" | "priority";

export interface Skipped {
  reason: SkipReason;
  count: number;
  /** The first lines of the file that it concerns. */
  lines: number[];
}

export interface SideReport extends SideCounts {
  read: number;
  /** Lines whose values could not be used. */
  badLines: number[];
}
