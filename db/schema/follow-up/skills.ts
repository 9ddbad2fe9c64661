import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { Mark } from "#app/domain/applications/opinions/opinion.ts";
import {
  SKILL_LEVELS,
  SKILL_SIDES,
  SKILLS,
  type Skill,
  type SkillLevel,
  type SkillSide,
} from "#app/domain/follow-up/skills/skills.ts";
import { literals } from "../../conditions.ts";
import { agreements } from "../agreements.ts";
import { calendarDate, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** One line of a skills grid as one of its three readers sees it: never a grade. */
export const skillMarks = pgTable(
  "skill_marks",
  {
    agreementId: uuid("agreement_id").notNull(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    skill: text("skill").$type<Skill>().notNull(),
    side: text("side").$type<SkillSide>().notNull(),
    level: text("level").$type<SkillLevel>().notNull(),
    /** Empty for the supervisor, who answers by link. */
    markedBy: uuid("marked_by").references(() => persons.id, { onDelete: "set null" }),
    markedAt: instant("marked_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.side, table.skill] }),
    foreignKey({
      name: "skill_marks_agreement_fkey",
      columns: [table.agreementId, table.pupilId],
      foreignColumns: [agreements.id, agreements.pupilId],
    }).onDelete("cascade"),
    index("skill_marks_pupil_index").on(table.pupilId),
    check("skill_marks_skill_check", sql`${table.skill} in (${sql.raw(literals(SKILLS))})`),
    check("skill_marks_side_check", sql`${table.side} in (${sql.raw(literals(SKILL_SIDES))})`),
    check("skill_marks_level_check", sql`${table.level} in (${sql.raw(literals(SKILL_LEVELS))})`),
  ],
);

/** A few lines that a pupil writes about a day, for themselves. */
export const journalEntries = pgTable(
  "journal_entries",
  {
    agreementId: uuid("agreement_id").notNull(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    onDay: calendarDate("on_day").notNull(),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.onDay] }),
    foreignKey({
      name: "journal_entries_agreement_fkey",
      columns: [table.agreementId, table.pupilId],
      foreignColumns: [agreements.id, agreements.pupilId],
    }).onDelete("cascade"),
    index("journal_entries_pupil_index").on(table.pupilId),
    check("journal_entries_body_check", sql`char_length(${table.body}) between 1 and 600`),
  ],
);

/** What a host thought of the stay, from 1 (badly, no) to 4: read in figures only. */
export const hostOpinions = pgTable(
  "host_opinions",
  {
    agreementId: uuid("agreement_id")
      .primaryKey()
      .references(() => agreements.id, { onDelete: "cascade" }),
    /** How the stay went. */
    went: smallint("went").$type<Mark>().notNull(),
    /** Whether another pupil would be welcome. */
    again: smallint("again").$type<Mark>().notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (table) => [
    check("host_opinions_went_check", sql`${table.went} between 1 and 4`),
    check("host_opinions_again_check", sql`${table.again} between 1 and 4`),
  ],
);
