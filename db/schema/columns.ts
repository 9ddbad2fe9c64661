import { customType, date, timestamp, uuid } from "drizzle-orm/pg-core";
import { newId } from "#app/kernel/ids.ts";

/** Primary key made by the application (UUIDv7), so that a row's id is known before it is written. */
export const id = () => uuid("id").primaryKey().$defaultFn(newId);

/** An instant; always given by the caller's clock, never by the database's. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A day of the civil calendar, "YYYY-MM-DD". */
export const calendarDate = (name: string) => date(name, { mode: "string" });

export const citext = customType<{ data: string }>({ dataType: () => "citext" });
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
export const box = customType<{ data: string }>({ dataType: () => "box" });
