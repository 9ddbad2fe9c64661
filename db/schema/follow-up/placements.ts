import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import {
  PRESENCE_KINDS,
  PRESENCE_SIDES,
  type PresenceKind,
  type PresenceSide,
} from "#app/domain/follow-up/presence/presence.ts";
import { literals } from "../../conditions.ts";
import { agreements } from "../agreements.ts";
import { calendarDate, id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** What was reported of a pupil on a day at the host's, and by which side; what happened is said by voice. */
export const presenceReports = pgTable(
  "presence_reports",
  {
    id: id(),
    agreementId: uuid("agreement_id").notNull(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    onDay: calendarDate("on_day").notNull(),
    kind: text("kind").$type<PresenceKind>().notNull(),
    side: text("side").$type<PresenceSide>().notNull(),
    /** Empty for the host, which reports by its link. */
    reportedBy: uuid("reported_by").references(() => persons.id, { onDelete: "set null" }),
    reportedAt: instant("reported_at").notNull(),
    /** Said by mistake, or no longer so: the same may be said again afterwards. */
    liftedAt: instant("lifted_at"),
  },
  (table) => [
    foreignKey({
      name: "presence_reports_agreement_fkey",
      columns: [table.agreementId, table.pupilId],
      foreignColumns: [agreements.id, agreements.pupilId],
    }).onDelete("cascade"),
    // Two people who say the same at once have said it once.
    uniqueIndex("presence_reports_once_key")
      .on(table.agreementId, table.onDay, table.kind)
      .where(sql`${table.liftedAt} is null`),
    index("presence_reports_pupil_index").on(table.pupilId, table.onDay),
    check("presence_reports_kind_check", sql`${table.kind} in (${sql.raw(literals(PRESENCE_KINDS))})`),
    check("presence_reports_side_check", sql`${table.side} in (${sql.raw(literals(PRESENCE_SIDES))})`),
  ],
);

/** An adult of the school goes to see a pupil at the host's. */
export const plannedVisits = pgTable(
  "planned_visits",
  {
    id: id(),
    agreementId: uuid("agreement_id").notNull(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    onDay: calendarDate("on_day").notNull(),
    /** "09:30", on the clocks of the place. */
    startsAt: text("starts_at").notNull(),
    plannedBy: uuid("planned_by").references(() => persons.id, { onDelete: "set null" }),
    plannedAt: instant("planned_at").notNull(),
    cancelledAt: instant("cancelled_at"),
  },
  (table) => [
    foreignKey({
      name: "planned_visits_agreement_fkey",
      columns: [table.agreementId, table.pupilId],
      foreignColumns: [agreements.id, agreements.pupilId],
    }).onDelete("cascade"),
    uniqueIndex("planned_visits_once_key")
      .on(table.agreementId, table.onDay, table.startsAt)
      .where(sql`${table.cancelledAt} is null`),
    index("planned_visits_pupil_index").on(table.pupilId),
    check("planned_visits_hour_check", sql`${table.startsAt} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
  ],
);

/** A link to the visits that its owner follows, for a calendar; each is closed alone. */
export const visitFeeds = pgTable(
  "visit_feeds",
  {
    id: id(),
    ownerId: uuid("owner_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** For whom or for what it was made: "Mon téléphone". */
    label: text("label").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    index("visit_feeds_owner_index").on(table.ownerId, table.createdAt),
    check("visit_feeds_label_check", sql`char_length(${table.label}) between 1 and 60`),
  ],
);
