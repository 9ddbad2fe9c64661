import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  smallint,
  text,
} from "drizzle-orm/pg-core";

export const academies = pgTable("academies", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  region: text("region").notNull(),
  emailDomain: text("email_domain"),
});

export const departments = pgTable("departments", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  academyCode: text("academy_code").references(() => academies.code),
});

/** Communes and the municipal arrondissements of Paris, Lyon and Marseille. */
export const municipalities = pgTable(
  "municipalities",
  {
    inseeCode: text("insee_code").primaryKey(),
    name: text("name").notNull(),
    departmentCode: text("department_code").notNull(),
    type: text("type").notNull(),
    postcodes: text("postcodes").array().notNull(),
    population: integer("population").notNull(),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    /** The point is the mean of neighbours: distances from it are told to the whole kilometre. */
    approximate: boolean("approximate").notNull(),
  },
  (table) => [
    index("municipalities_postcodes_index").using("gin", table.postcodes),
    check("municipalities_type_check", sql`${table.type} in ('commune', 'arrondissement')`),
  ],
);

export const sectorFamilies = pgTable("sector_families", {
  slug: text("slug").primaryKey(),
  label: text("label").notNull(),
  position: smallint("position").notNull().unique(),
});

export const sectors = pgTable("sectors", {
  /** Interchange code, "s1" to "s51". */
  code: text("code").primaryKey(),
  label: text("label").notNull().unique(),
  familySlug: text("family_slug")
    .notNull()
    .references(() => sectorFamilies.slug),
});
