import { sql } from "drizzle-orm";
import { check, index, pgTable, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import type { ProfileField, SchoolImageKind } from "#app/domain/schools/profile/school-profile.ts";
import { SCHOOL_IMAGE_KINDS } from "#app/domain/schools/profile/school-profile.ts";
import { literals } from "../conditions.ts";
import { bytea, id, instant } from "./columns.ts";
import { persons } from "./persons.ts";
import { schools } from "./schools.ts";

/**
 * What a school says of itself; where it is silent, the directory speaks. Numbers and addresses are those of the house, and
 * whom to call is told by function: nobody's own.
 */
export const schoolProfiles = pgTable(
  "school_profiles",
  {
    schoolUai: text("school_uai")
      .primaryKey()
      .references(() => schools.uai),
    phone: text("phone"),
    email: text("email"),
    /** Who answers during the weeks, by function, and at which number. */
    weekContact: text("week_contact"),
    weekPhone: text("week_phone"),
    meetingPlace: text("meeting_place"),
    /** News for the hosts, shown on their pages and in the mail of a confirmation. */
    announcement: text("announcement"),
    /** What each host is asked to know or to do: printed on the agreement. */
    instructions: text("instructions"),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    check(
      "school_profiles_lengths_check",
      sql`char_length(${table.announcement}) <= 600 and char_length(${table.instructions}) <= 1500`,
    ),
  ],
);

/** Pictures that the agreements of a school bear. One that an agreement names is never changed, only followed by another. */
export const schoolImages = pgTable(
  "school_images",
  {
    id: id(),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    kind: text("kind").$type<SchoolImageKind>().notNull(),
    /** Of the bytes as they are kept. */
    sha256: text("sha256").notNull(),
    width: smallint("width").notNull(),
    height: smallint("height").notNull(),
    bytes: bytea("bytes").notNull(),
    addedAt: instant("added_at").notNull(),
    /** When another one took its place, or when it was taken away. */
    replacedAt: instant("replaced_at"),
  },
  (table) => [
    unique("school_images_once_key").on(table.schoolUai, table.kind, table.sha256),
    check("school_images_kind_check", sql`${table.kind} in (${sql.raw(literals(SCHOOL_IMAGE_KINDS))})`),
    check("school_images_size_check", sql`octet_length(${table.bytes}) <= 400000`),
  ],
);

/** Which lines of the profile were changed, by whom and when; what they said before is not kept. */
export const schoolProfileChanges = pgTable(
  "school_profile_changes",
  {
    id: id(),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    fields: text("fields").array().$type<ProfileField[]>().notNull(),
    changedBy: uuid("changed_by").references(() => persons.id, { onDelete: "set null" }),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [index("school_profile_changes_school_index").on(table.schoolUai, table.changedAt)],
);
