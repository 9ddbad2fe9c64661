import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** A teacher to whom one pupil is entrusted, whatever their class: once at a time. One that is over stays as history. */
export const pupilReferents = pgTable(
  "pupil_referents",
  {
    id: id(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    teacherId: uuid("teacher_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** In the words of who entrusts the pupil, for the colleague. */
    reason: text("reason"),
    entrustedBy: uuid("entrusted_by").references(() => persons.id, { onDelete: "set null" }),
    entrustedAt: instant("entrusted_at").notNull(),
    endedBy: uuid("ended_by").references(() => persons.id, { onDelete: "set null" }),
    endedAt: instant("ended_at"),
  },
  (table) => [
    uniqueIndex("pupil_referents_once_key")
      .on(table.pupilId, table.teacherId)
      .where(sql`${table.endedAt} is null`),
    index("pupil_referents_teacher_index")
      .on(table.teacherId)
      .where(sql`${table.endedAt} is null`),
    check("pupil_referents_reason_check", sql`char_length(${table.reason}) between 1 and 300`),
  ],
);
