import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  FOUND_REFUSALS,
  FOUND_STATES,
  type FoundRefusal,
  type FoundState,
} from "#app/domain/found/found-internship.ts";
import { literals } from "../../conditions.ts";
import { campaigns } from "../campaigns.ts";
import { id, instant } from "../columns.ts";
import { persons } from "../persons.ts";
import { classGroups } from "../schools.ts";

/**
 * An internship that a pupil has found by themselves: the host is asked by e-mail to confirm it, without account. Its weeks are in
 * `application_weeks`, under the same key as those of applications.
 */
export const foundInternships = pgTable(
  "found_internships",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    classGroupId: uuid("class_group_id")
      .notNull()
      .references(() => classGroups.id),
    hostName: text("host_name").notNull(),
    hostEmail: text("host_email").notNull(),
    state: text("state").$type<FoundState>().notNull(),
    /** Raised to make every link sent to the host before worthless. */
    linkVersion: smallint("link_version").notNull(),
    enteredBy: uuid("entered_by").references(() => persons.id, { onDelete: "set null" }),
    enteredAt: instant("entered_at").notNull(),
    /** When the host was last written to. */
    askedAt: instant("asked_at").notNull(),
    /** Until when the host's answer is awaited. */
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    refusal: text("refusal").$type<FoundRefusal>(),
  },
  (table) => [
    unique("found_internships_weeks_reference_key").on(table.id, table.pupilId, table.campaignId),
    index("found_internships_pupil_index").on(table.pupilId, table.enteredAt),
    index("found_internships_class_index").on(table.classGroupId),
    index("found_internships_due_index")
      .on(table.expiresAt)
      .where(sql`${table.state} = 'awaiting_host'`),
    check("found_internships_state_check", sql`${table.state} in (${sql.raw(literals(FOUND_STATES))})`),
    check(
      "found_internships_end_check",
      sql`(${table.state} in ('awaiting_host', 'confirmed')) = (${table.endedAt} is null)`,
    ),
    check(
      "found_internships_refusal_check",
      sql`(${table.state} = 'refused') = (${table.refusal} is not null) and ${table.refusal} in (${sql.raw(literals(FOUND_REFUSALS))})`,
    ),
  ],
);
