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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  IMPORT_STATUSES,
  UNDER_WAY,
  type ImportProblem,
  type KeptReport,
  type SentFile,
} from "#app/domain/schools/imports/school-import.ts";
import { literals } from "../conditions.ts";
import { bytea, id, instant } from "./columns.ts";
import { persons } from "./persons.ts";

export const schoolImportStatusEnum = pgEnum("school_import_status", IMPORT_STATUSES);

/** An import of the directory of schools that an administrator has sent: how far it is, then what it came to. */
export const schoolImports = pgTable(
  "school_imports",
  {
    id: id(),
    status: schoolImportStatusEnum("status").notNull(),
    requestedBy: uuid("requested_by").references(() => persons.id, { onDelete: "set null" }),
    requestedAt: instant("requested_at").notNull(),
    finishedAt: instant("finished_at"),
    /** Of the directory: those that were sent, and those that were read. */
    lines: integer("lines").notNull().default(0),
    rowsRead: integer("rows_read").notNull().default(0),
    report: jsonb("report").$type<KeptReport>(),
    problem: jsonb("problem").$type<ImportProblem>(),
  },
  (table) => [
    uniqueIndex("school_imports_one_at_a_time_key")
      .on(sql`(true)`)
      .where(sql`${table.status} in (${sql.raw(literals(UNDER_WAY))})`),
    index("school_imports_requested_index").on(table.requestedAt),
    check("school_imports_report_check", sql`(${table.status} = 'done') = (${table.report} is not null)`),
    check(
      "school_imports_problem_check",
      sql`(${table.status} = 'refused') = (${table.problem} is not null)`,
    ),
  ],
);

/** The files of an import that is not over, in pieces: read one after the other, they never fill the memory. */
export const schoolImportPieces = pgTable(
  "school_import_pieces",
  {
    importId: uuid("import_id")
      .notNull()
      .references(() => schoolImports.id, { onDelete: "cascade" }),
    file: text("file").$type<SentFile>().notNull(),
    position: integer("position").notNull(),
    bytes: bytea("bytes").notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.file, table.position] })],
);
