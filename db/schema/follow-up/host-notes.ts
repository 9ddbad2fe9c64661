import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns.ts";
import { persons } from "../persons.ts";
import { schools } from "../schools.ts";

/** What the team of a school remembers of a host, known by its SIRET: never of a pupil. It goes with whoever wrote it. */
export const hostNotes = pgTable(
  "host_notes",
  {
    id: id(),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    siret: text("siret").notNull(),
    authorId: uuid("author_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
    changedAt: instant("changed_at"),
  },
  (table) => [
    index("host_notes_host_index").on(table.schoolUai, table.siret, table.writtenAt),
    index("host_notes_author_index").on(table.authorId),
    check("host_notes_siret_check", sql`${table.siret} ~ '^[0-9]{14}$'`),
    check("host_notes_body_check", sql`char_length(${table.body}) between 1 and 1000`),
  ],
);
