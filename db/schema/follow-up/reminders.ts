import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { REMINDER_KINDS, type ReminderKind } from "#app/domain/follow-up/reminders/reminder.ts";
import { literals } from "../../conditions.ts";
import { id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** An encouragement that an adult of the school sent to a pupil; those sent together share a batch. */
export const pupilReminders = pgTable(
  "pupil_reminders",
  {
    id: id(),
    batchId: uuid("batch_id").notNull(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    kind: text("kind").$type<ReminderKind>().notNull(),
    /** What the adult added in their own words. */
    words: text("words"),
    sentBy: uuid("sent_by").references(() => persons.id, { onDelete: "set null" }),
    sentAt: instant("sent_at").notNull(),
  },
  (table) => [
    index("pupil_reminders_pupil_index").on(table.pupilId, table.sentAt),
    index("pupil_reminders_batch_index").on(table.batchId),
    check("pupil_reminders_kind_check", sql`${table.kind} in (${sql.raw(literals(REMINDER_KINDS))})`),
    check("pupil_reminders_words_check", sql`char_length(${table.words}) between 1 and 300`),
  ],
);
