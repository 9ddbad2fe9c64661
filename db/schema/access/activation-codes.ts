import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns.ts";
import { persons } from "../persons.ts";

/** Codes on cards that a school prints, by which a pupil without account makes one, or chooses another password. */
export const activationCodes = pgTable(
  "activation_codes",
  {
    /** The code itself is drawn from it under the service's secret. */
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** Keyed: a copy of the table opens nothing. */
    codeHash: text("code_hash").notNull().unique(),
    printedBy: uuid("printed_by").references(() => persons.id, { onDelete: "set null" }),
    printedAt: instant("printed_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    /** When the school took it back, or printed another one in its place. */
    revokedAt: instant("revoked_at"),
  },
  (table) => [
    uniqueIndex("activation_codes_live_key")
      .on(table.personId)
      .where(sql`${table.usedAt} is null and ${table.revokedAt} is null`),
    index("activation_codes_person_index").on(table.personId, table.printedAt),
    index("activation_codes_expiry_index").on(table.expiresAt),
    check("activation_codes_end_check", sql`${table.usedAt} is null or ${table.revokedAt} is null`),
  ],
);
