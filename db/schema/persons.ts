import { sql } from "drizzle-orm";
import { index, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { calendarDate, citext, id, instant } from "./columns.ts";

/** A human being, whatever they do here: the id outlives addresses, schools and identity providers. */
export const persons = pgTable(
  "persons",
  {
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
    /** Their last way in. */
    lastSeenAt: instant("last_seen_at"),
    /** When they were told that their data will be erased. */
    erasureAnnouncedAt: instant("erasure_announced_at"),
    /** When they asked for it themselves; coming back takes it back. */
    erasureRequestedAt: instant("erasure_requested_at"),
    /** From then on the row names nobody: it holds together what is counted. */
    erasedAt: instant("erased_at"),
  },
  (table) => [
    index("persons_activity_index")
      .on(sql`coalesce(${table.lastSeenAt}, ${table.createdAt})`)
      .where(sql`${table.erasedAt} is null`),
    index("persons_erasure_requested_index")
      .on(table.erasureRequestedAt)
      .where(sql`${table.erasureRequestedAt} is not null`),
  ],
);
