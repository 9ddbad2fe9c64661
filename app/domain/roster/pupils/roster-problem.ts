import type { RosterField } from "../columns/roster-fields.ts";

/** `line`: the pupil is left out. `cell`: the pupil comes in without what this cell says. `note`: comes in as it is. */
export type ProblemReach = "line" | "cell" | "note";

/** What can be wrong in a file, and how far it reaches. */
export const PROBLEM_REACH = {
  missing_last_name: "line",
  missing_first_name: "line",
  unsplit_name: "line",
  bad_name: "line",
  missing_birth_date: "line",
  bad_date: "line",
  impossible_date: "line",
  duplicate: "line",
  contradiction: "line",
  other_school: "line",
  elsewhere: "line",
  bad_email: "cell",
  bad_phone: "cell",
  bad_number: "cell",
  bad_class: "cell",
  missing_guardian_name: "cell",
  bad_guardian_name: "cell",
  no_class: "note",
  no_guardian_address: "note",
  unknown_teacher: "note",
} as const satisfies Record<string, ProblemReach>;
export type ProblemCode = keyof typeof PROBLEM_REACH;

/** Where, and what: never what the cell says. */
export interface RosterProblem {
  line: number;
  /** Index of the column; null where the file has none for it. */
  column: number | null;
  field: RosterField | null;
  code: ProblemCode;
}
