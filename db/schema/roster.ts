import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { RosterField } from "#app/domain/roster/columns/roster-fields.ts";
import {
  OPEN_STATUSES,
  ROSTER_STATUSES,
  type RosterChoices,
  type RosterColumns,
  type RosterFileProblem,
  type RosterReport,
  type RosterReview,
} from "#app/domain/roster/roster-import.ts";
import { literals } from "../conditions.ts";
import { bytea, id, instant } from "./columns.ts";
import { persons } from "./persons.ts";
import { schools } from "./schools.ts";

export const rosterStatusEnum = pgEnum("roster_status", ROSTER_STATUSES);

/** A list of pupils that a school has sent: what it would change, then what it has changed. */
export const rosterImports = pgTable(
  "roster_imports",
  {
    id: id(),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    status: rosterStatusEnum("status").notNull(),
    requestedBy: uuid("requested_by").references(() => persons.id, { onDelete: "set null" }),
    requestedAt: instant("requested_at").notNull(),
    finishedAt: instant("finished_at"),
    /** Pupils to write, and those written. */
    pupils: integer("pupils").notNull().default(0),
    written: integer("written").notNull().default(0),
    /** These two name pupils: they go with the file. */
    columns: jsonb("columns").$type<RosterColumns>(),
    review: jsonb("review").$type<RosterReview>(),
    choices: jsonb("choices").$type<RosterChoices>(),
    report: jsonb("report").$type<RosterReport>(),
    problem: text("problem").$type<RosterFileProblem>(),
  },
  (table) => [
    uniqueIndex("roster_imports_one_at_a_time_key")
      .on(table.schoolUai)
      .where(sql`${table.status} in (${sql.raw(literals(OPEN_STATUSES))})`),
    index("roster_imports_school_index").on(table.schoolUai, table.requestedAt),
    index("roster_imports_requested_index").on(table.requestedAt),
    check("roster_imports_report_check", sql`(${table.status} = 'done') = (${table.report} is not null)`),
    check(
      "roster_imports_problem_check",
      sql`(${table.status} = 'refused') = (${table.problem} is not null)`,
    ),
    check(
      "roster_imports_names_check",
      sql`${table.status} in (${sql.raw(literals(OPEN_STATUSES))}) or (${table.columns} is null and ${table.review} is null and ${table.choices} is null)`,
    ),
  ],
);

/** The file of an import that is not over. */
export const rosterFiles = pgTable("roster_files", {
  importId: uuid("import_id")
    .primaryKey()
    .references(() => rosterImports.id, { onDelete: "cascade" }),
  bytes: bytea("bytes").notNull(),
});

/** What a school has told of a column once, by its name in the school's files; empty: not to be read. */
export const rosterColumns = pgTable(
  "roster_columns",
  {
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    columnName: text("column_name").notNull(),
    field: text("field").$type<RosterField>(),
  },
  (table) => [primaryKey({ columns: [table.schoolUai, table.columnName] })],
);

/** Keyed hashes of the numbers by which the software of a school knows its pupils: a file sent again finds them. */
export const rosterKeys = pgTable(
  "roster_keys",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    keyHash: text("key_hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.schoolUai] }),
    unique("roster_keys_hash_key").on(table.schoolUai, table.keyHash),
  ],
);
