import { pgTable, smallint, text } from "drizzle-orm/pg-core";
import { calendarDate, citext, id, instant } from "./columns.ts";

/** A human being, whatever they do here: the id outlives addresses, schools and identity providers. */
export const persons = pgTable("persons", {
  id: id(),
  firstName: text("first_name").notNull(),
  lastName: text("last_name").notNull(),
  /** Address of the account and of its messages; empty for a pupil whose school gave none. */
  email: citext("email").unique(),
  phone: text("phone"),
  /** Kept for pupils only: the agreement must state it. */
  birthDate: calendarDate("birth_date"),
  /** Raised to make the links to the pupil's calendar made before worthless. */
  calendarVersion: smallint("calendar_version").notNull().default(1),
  createdAt: instant("created_at").notNull(),
});
