import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";
import type { Door, FailureReason } from "#app/domain/sign-in-failures/failure-reasons.ts";
import { calendarDate } from "../columns.ts";

/** How many were not let in, by day, way and reason: a count, and nothing by which anybody could be told from the others. */
export const signInFailures = pgTable(
  "sign_in_failures",
  {
    day: calendarDate("day").notNull(),
    door: text("door").$type<Door>().notNull(),
    reason: text("reason").$type<FailureReason>().notNull(),
    /** Where one is known; a federation may state one that the directory does not hold. */
    schoolUai: text("school_uai"),
    count: integer("count").notNull(),
  },
  (table) => [
    unique("sign_in_failures_key")
      .on(table.day, table.door, table.reason, table.schoolUai)
      .nullsNotDistinct(),
    index("sign_in_failures_school_index").on(table.schoolUai, table.day),
    check("sign_in_failures_count_check", sql`${table.count} > 0`),
    // No room for a name or an address.
    check(
      "sign_in_failures_words_check",
      sql`${table.door} ~ '^[a-z_]{1,20}$' and ${table.reason} ~ '^[a-z_]{1,30}$'
        and ${table.schoolUai} ~ '^[0-9]{7}[A-Z]$'`,
    ),
  ],
);
