import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import {
  CONTACT_PARTIES,
  CONTACT_STATES,
  CONTACT_WAYS,
  LOG_KINDS,
  type ContactParty,
  type ContactState,
  type ContactWay,
  type LogKind,
} from "#app/domain/follow-up/log/log-entry.ts";
import { literals } from "../../conditions.ts";
import { calendarDate, id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** What the team writes about a pupil: exchanges, planned ones too, and notes. One taken back is kept a few minutes, then deleted. */
export const pupilLogEntries = pgTable(
  "pupil_log_entries",
  {
    id: id(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    kind: text("kind").$type<LogKind>().notNull(),
    way: text("way").$type<ContactWay>(),
    party: text("party").$type<ContactParty>(),
    state: text("state").$type<ContactState>(),
    onDay: calendarDate("on_day"),
    /** "HH:MM" on the clocks of the school. */
    atTime: text("at_time"),
    body: text("body").notNull(),
    authorId: uuid("author_id").references(() => persons.id, { onDelete: "set null" }),
    writtenAt: instant("written_at").notNull(),
    changedAt: instant("changed_at"),
    removedAt: instant("removed_at"),
  },
  (table) => [
    index("pupil_log_entries_pupil_index").on(table.pupilId, table.writtenAt),
    index("pupil_log_entries_author_index").on(table.authorId),
    index("pupil_log_entries_removed_index")
      .on(table.removedAt)
      .where(sql`${table.removedAt} is not null`),
    check("pupil_log_entries_kind_check", sql`${table.kind} in (${sql.raw(literals(LOG_KINDS))})`),
    check("pupil_log_entries_way_check", sql`${table.way} in (${sql.raw(literals(CONTACT_WAYS))})`),
    check("pupil_log_entries_party_check", sql`${table.party} in (${sql.raw(literals(CONTACT_PARTIES))})`),
    check("pupil_log_entries_state_check", sql`${table.state} in (${sql.raw(literals(CONTACT_STATES))})`),
    check(
      "pupil_log_entries_contact_check",
      sql`num_nonnulls(${table.way}, ${table.party}, ${table.state}, ${table.onDay}) = (case ${table.kind} when 'contact' then 4 else 0 end)`,
    ),
    check(
      "pupil_log_entries_time_check",
      sql`(${table.atTime} is null or (${table.kind} = 'contact' and ${table.atTime} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'))
        and (${table.state} is distinct from 'planned' or ${table.atTime} is not null)`,
    ),
    check(
      "pupil_log_entries_body_check",
      sql`char_length(${table.body}) <= 1000 and (${table.kind} <> 'note' or char_length(${table.body}) > 0)`,
    ),
  ],
);
