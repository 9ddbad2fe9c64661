import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import {
  EXEMPTION_REASONS,
  SITUATION_KINDS,
  type ExemptionReason,
  type SituationKind,
} from "#app/domain/follow-up/situations/situation.ts";
import { literals } from "../../conditions.ts";
import { campaigns } from "../campaigns.ts";
import { calendarDate, id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/**
 * Days on which a pupil has no placement to find. None is changed: one that was wrong is cancelled and another declared; those
 * that count never overlap (exclusion constraint).
 */
export const pupilSituations = pgTable(
  "pupil_situations",
  {
    id: id(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    kind: text("kind").$type<SituationKind>().notNull(),
    startsOn: calendarDate("starts_on").notNull(),
    endsOn: calendarDate("ends_on").notNull(),
    reason: text("reason").$type<ExemptionReason>(),
    programme: text("programme"),
    declaredAt: instant("declared_at").notNull(),
    declaredBy: uuid("declared_by").references(() => persons.id, { onDelete: "set null" }),
    cancelledAt: instant("cancelled_at"),
    cancelledBy: uuid("cancelled_by").references(() => persons.id, { onDelete: "set null" }),
  },
  (table) => [
    index("pupil_situations_pupil_index").on(table.pupilId, table.campaignId),
    check("pupil_situations_order_check", sql`${table.startsOn} <= ${table.endsOn}`),
    check("pupil_situations_kind_check", sql`${table.kind} in (${sql.raw(literals(SITUATION_KINDS))})`),
    check(
      "pupil_situations_reason_check",
      sql`(${table.kind} = 'exempt') = (${table.reason} is not null)
        and ${table.reason} in (${sql.raw(literals(EXEMPTION_REASONS))})`,
    ),
    check(
      "pupil_situations_programme_check",
      sql`(${table.kind} = 'at_school') = (${table.programme} is not null) and char_length(${table.programme}) <= 1000`,
    ),
  ],
);
