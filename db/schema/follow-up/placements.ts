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
