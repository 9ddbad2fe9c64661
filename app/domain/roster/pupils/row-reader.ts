import type { RosterField } from "../columns/roster-fields.ts";
import type { ProblemCode } from "./roster-problem.ts";

/** Reads the cells of one row, and notes what is wrong in them. */
export interface RowReader {
  text(field: RosterField): string;
  has(field: RosterField): boolean;
  note(code: ProblemCode, field: RosterField | null): void;
}
