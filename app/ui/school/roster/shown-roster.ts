import type {
  RosterColumns,
  RosterFileProblem,
  RosterReport,
  RosterReview,
  RosterStatus,
} from "#app/domain/roster/roster-import.ts";

/** A list as its page shows it. */
export interface ShownRoster {
  id: string;
  schoolName: string;
  status: RosterStatus;
  requestedAt: Date;
  pupils: number;
  written: number;
  columns: RosterColumns | null;
  review: RosterReview | null;
  report: RosterReport | null;
  problem: RosterFileProblem | null;
}
