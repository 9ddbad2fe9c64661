import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { persons } from "./persons.ts";
import { calendarDate, id, instant } from "./columns.ts";
import { academies, departments } from "./reference.ts";

export const schools = pgTable(
  "schools",
  {
    /** National key: seven digits and a letter. */
    uai: text("uai").primaryKey(),
    name: text("name").notNull(),
    kind: text("kind").notNull(),
    isPublic: boolean("is_public").notNull(),
    /** Private schools without a contract with the State are not bound by the obligation. */
    underContract: boolean("under_contract").notNull(),
    addressLine: text("address_line"),
    postcode: text("postcode"),
    town: text("town").notNull(),
    inseeCode: text("insee_code"),
    departmentCode: text("department_code").references(() => departments.code),
    academyCode: text("academy_code").references(() => academies.code),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    approximate: boolean("approximate").notNull().default(false),
    /** Has a general or technological route, hence pupils of seconde concerned by the internship. */
    hasSeconde: boolean("has_seconde").notNull(),
    email: text("email"),
    phone: text("phone"),
    status: text("status").notNull(),
    priorityEducation: boolean("priority_education").notNull().default(false),
    priorityDistrict: boolean("priority_district").notNull().default(false),
    /** Representatives are told of each application, whatever the pupil's age. */
    informsGuardians: boolean("informs_guardians").notNull().default(false),
    secondeEnrolment: integer("seconde_enrolment"),
    enrolmentSource: text("enrolment_source"),
  },
  (table) => [
    index("schools_academy_index").on(table.academyCode),
    check("schools_uai_check", sql`${table.uai} ~ '^[0-9]{7}[A-Z]$'`),
    check("schools_status_check", sql`${table.status} in ('open', 'closing', 'closed')`),
    check("schools_enrolment_check", sql`${table.secondeEnrolment} >= 0`),
  ],
);

/** The school board's vote on the model agreement, one a school year. */
export const boardDeliberations = pgTable(
  "board_deliberations",
  {
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    schoolYear: text("school_year").notNull(),
    deliberatedOn: calendarDate("deliberated_on").notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolUai, table.schoolYear] })],
);

export const classGroups = pgTable(
  "class_groups",
  {
    id: id(),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    schoolYear: text("school_year").notNull(),
    name: text("name").notNull(),
    /** Pupils that the school expects in it, known before they are entered one by one. */
    headCount: smallint("head_count"),
  },
  (table) => [
    unique("class_groups_name_key").on(table.schoolUai, table.schoolYear, table.name),
    check("class_groups_head_count_check", sql`${table.headCount} between 1 and 60`),
  ],
);

export const classRoleEnum = pgEnum("class_role", ["pupil", "form_teacher", "referent_teacher"]);

export const classMembers = pgTable(
  "class_members",
  {
    classGroupId: uuid("class_group_id")
      .notNull()
      .references(() => classGroups.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    role: classRoleEnum("role").notNull(),
    joinedAt: instant("joined_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.classGroupId, table.personId, table.role] }),
    index("class_members_person_index").on(table.personId),
  ],
);

/** Legal representatives as the school knows them: enough to be written to and to sign, no account. */
export const guardians = pgTable(
  "guardians",
  {
    id: id(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    /** Raised to make every link sent before worthless. */
    linkVersion: smallint("link_version").notNull().default(1),
  },
  (table) => [unique("guardians_once_key").on(table.pupilId, table.name)],
);

/**
 * A code sent to a representative who asks to read a letter, and the access that the right code opens for a while. The code
 * itself is not kept: it is derived from the identifier.
 */
export const guardianCodes = pgTable(
  "guardian_codes",
  {
    id: id(),
    guardianId: uuid("guardian_id")
      .notNull()
      .references(() => guardians.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    attempts: smallint("attempts").notNull().default(0),
    usedAt: instant("used_at"),
    /** SHA-256 of the secret in the representative's cookie. */
    accessHash: text("access_hash").unique(),
    accessExpiresAt: instant("access_expires_at"),
  },
  (table) => [
    index("guardian_codes_guardian_index").on(table.guardianId, table.createdAt),
    check("guardian_codes_access_check", sql`(${table.usedAt} is null) = (${table.accessHash} is null)`),
  ],
);
