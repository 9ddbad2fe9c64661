import type { ColumnMap } from "./columns/roster-fields.ts";
import type { ChangeKind } from "./plan/roster-plan.ts";
import type { RosterProblem } from "./pupils/roster-problem.ts";
import type { FileProblem } from "./reading/table.ts";

/**
 * `checking`: the worker reads the file. `to_map`: its columns are not known, the school tells them. `checked`: what it would
 * change is shown. `waiting`, `running`: it is being written. `done` with a report; `refused`: the file could not be read;
 * `abandoned`: by the school, by another file sent, or by the hour.
 */
export const ROSTER_STATUSES = [
  "checking",
  "to_map",
  "checked",
  "waiting",
  "running",
  "done",
  "refused",
  "abandoned",
] as const;
export type RosterStatus = (typeof ROSTER_STATUSES)[number];

/** One import of a school at a time is in one of these: its file is kept as long. */
export const OPEN_STATUSES = ["checking", "to_map", "checked", "waiting", "running"] as const;
/** Nothing is written yet: another file takes its place. */
export const REPLACEABLE_STATUSES = ["checking", "to_map", "checked"] as const;
export const WRITING_STATUSES = ["waiting", "running"] as const;

export function isOpen(status: RosterStatus): boolean {
  return (OPEN_STATUSES as readonly RosterStatus[]).includes(status);
}

/** The worker has it: the page is read again until it has done. */
export function isAtWork(status: RosterStatus): boolean {
  return status === "checking" || (WRITING_STATUSES as readonly RosterStatus[]).includes(status);
}

/** Twenty times the export of a large lycée. */
export const MOST_FILE_BYTES = 5_000_000;
/** A file that nobody has imported by then is forgotten. */
export const FILE_KEPT_HOURS = 24;
/** Beyond, a file has another fault than its cells. */
export const MOST_PROBLEMS = 1_000;

export interface RosterColumns {
  header: string[];
  /** What the first rows hold, to tell the columns by. */
  samples: string[][];
  columns: ColumnMap;
}

export interface ReviewedGone {
  personId: string;
  name: string;
  className: string;
  /** Applications that wait for an answer: they are taken back when the pupil is marked as gone. */
  live: number;
  /** Agreements that stay. */
  agreements: number;
}

/** What an import would change: it names pupils, and goes with the file. */
export interface RosterReview extends RosterColumns {
  counts: RosterCounts;
  problems: RosterProblem[];
  added: { name: string; className: string | null }[];
  moved: { name: string; from: string | null; to: string }[];
  changed: { name: string; changes: ChangeKind[] }[];
  gone: ReviewedGone[];
  silentClasses: string[];
  newClasses: { name: string; pupils: number }[];
  raisedHeadCounts: { name: string; from: number; to: number }[];
  lowHeadCounts: { name: string; expected: number; pupils: number }[];
}

export interface RosterCounts {
  added: number;
  moved: number;
  changed: number;
  unchanged: number;
  gone: number;
  /** Lines left out for a fault of theirs. */
  setAside: number;
  otherLevels: number;
  classes: number;
  teachers: number;
  problems: number;
}

/** What an import has changed: it names nobody. */
export interface RosterReport {
  counts: RosterCounts;
  problems: RosterProblem[];
  /** Applications of gone pupils that were taken back. */
  withdrawn: number;
}

/** What the school has decided before it is written. */
export interface RosterChoices {
  newClasses: string[];
  gone: string[];
}

export type RosterFileProblem = FileProblem | "no_campaign";
