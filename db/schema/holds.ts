import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { HOLD_ENDS, type HoldEnd } from "#app/domain/holds/hold.ts";
import { literals } from "../conditions.ts";
import { applications } from "./applications.ts";
import { instant } from "./columns.ts";
import { offerSeats } from "./offers.ts";
import { persons } from "./persons.ts";

/**
 * A seat of a week kept for a pupil whose placement failed. While it is held it is one of the offer's reserved seats, so that the
 * capacity guards it as it guards those of acceptances. The weeks of one hold share its identifier.
 */
export const seatHolds = pgTable(
  "seat_holds",
  {
    id: uuid("id").notNull(),
    offerId: uuid("offer_id").notNull(),
    week: smallint("week").$type<WeekNumber>().notNull(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id),
    /** The one that failed. */
    applicationId: uuid("application_id")
      .notNull()
      .references(() => applications.id, { onDelete: "cascade" }),
    heldBy: uuid("held_by").references(() => persons.id, { onDelete: "set null" }),
    heldAt: instant("held_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    endedAt: instant("ended_at"),
    end: text("end").$type<HoldEnd>(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.week] }),
    foreignKey({
      name: "seat_holds_seat_fkey",
      columns: [table.offerId, table.week],
      foreignColumns: [offerSeats.offerId, offerSeats.week],
    }),
    // One seat of an offer and a week for a pupil.
    uniqueIndex("seat_holds_once_key")
      .on(table.pupilId, table.offerId, table.week)
      .where(sql`${table.endedAt} is null`),
    index("seat_holds_seat_index").on(table.offerId, table.week),
    index("seat_holds_due_index")
      .on(table.expiresAt)
      .where(sql`${table.endedAt} is null`),
    check("seat_holds_end_check", sql`(${table.endedAt} is null) = (${table.end} is null)`),
    check("seat_holds_ends_check", sql`${table.end} in (${sql.raw(literals(HOLD_ENDS))})`),
  ],
);
