import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LINK_PURPOSES } from "#app/domain/accounts/links/one-time-link.ts";
import { calendarDate, citext, id, instant } from "../columns.ts";
import { roleEnum } from "../accounts.ts";
import { persons } from "../persons.ts";
import { classGroups, classRoleEnum, schools } from "../schools.ts";

export const linkPurposeEnum = pgEnum("link_purpose", LINK_PURPOSES);

/**
 * Links sent by e-mail that open something once. The link itself is not kept: it is signed from the identifier, so that a copy of
 * the table opens nothing.
 */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: id(),
    purpose: linkPurposeEnum("purpose").notNull(),
    /** Empty for an invitation, and for an address that has no account: the row is written all the same, in the same time. */
    personId: uuid("person_id").references(() => persons.id, { onDelete: "cascade" }),
    /** Whom an invitation is sent to. */
    email: citext("email"),
    /** The school that it lets in, and as what. */
    schoolUai: text("school_uai").references(() => schools.uai),
    role: roleEnum("role"),
    /** From when on, for one whose work there begins later. */
    startsOn: calendarDate("starts_on"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    /** When what it opened was done: a password chosen, an account made. */
    completedAt: instant("completed_at"),
  },
  (table) => [
    index("one_time_links_person_index").on(table.personId),
    index("one_time_links_expiry_index").on(table.expiresAt),
    check(
      "one_time_links_invitation_check",
      sql`${table.purpose} <> 'admin_invitation' or ${table.email} is not null`,
    ),
    index("one_time_links_school_index").on(table.schoolUai),
    check("one_time_links_role_check", sql`${table.role} is null or ${table.schoolUai} is not null`),
    check("one_time_links_completed_check", sql`${table.completedAt} is null or ${table.usedAt} is not null`),
  ],
);

/** The classes that an invitation entrusts to whoever answers it; a class that goes meanwhile takes its row along. */
export const invitedClasses = pgTable(
  "invited_classes",
  {
    linkId: uuid("link_id")
      .notNull()
      .references(() => oneTimeLinks.id, { onDelete: "cascade" }),
    classGroupId: uuid("class_group_id")
      .notNull()
      .references(() => classGroups.id, { onDelete: "cascade" }),
    role: classRoleEnum("role").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.linkId, table.classGroupId] }),
    index("invited_classes_class_index").on(table.classGroupId),
    check("invited_classes_role_check", sql`${table.role} <> 'pupil'`),
  ],
);

/** Another address asked for an account: it takes the place of the one before once the links sent to both have been answered. */
export const emailChanges = pgTable(
  "email_changes",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** Empty for someone who had none. */
    oldEmail: citext("old_email"),
    newEmail: citext("new_email").notNull(),
    /** The owner reads the old mailbox no more: a week after the notice sent there, its silence is enough. */
    oldIsLost: boolean("old_is_lost").notNull(),
    oldLinkId: uuid("old_link_id").references(() => oneTimeLinks.id, { onDelete: "set null" }),
    newLinkId: uuid("new_link_id").references(() => oneTimeLinks.id, { onDelete: "set null" }),
    requestedAt: instant("requested_at").notNull(),
    oldProvenAt: instant("old_proven_at"),
    newProvenAt: instant("new_proven_at"),
    completedAt: instant("completed_at"),
    /** Taken back by the owner, refused at the old mailbox, or replaced by another one. */
    stoppedAt: instant("stopped_at"),
  },
  (table) => [
    uniqueIndex("email_changes_open_key")
      .on(table.personId)
      .where(sql`${table.completedAt} is null and ${table.stoppedAt} is null`),
    index("email_changes_person_index").on(table.personId),
    index("email_changes_old_link_index").on(table.oldLinkId),
    index("email_changes_new_link_index").on(table.newLinkId),
    index("email_changes_age_index").on(table.requestedAt),
    check("email_changes_end_check", sql`${table.completedAt} is null or ${table.stoppedAt} is null`),
    check(
      "email_changes_proof_check",
      sql`${table.completedAt} is null or (${table.newProvenAt} is not null
        and (${table.oldProvenAt} is not null or ${table.oldEmail} is null or ${table.oldIsLost}))`,
    ),
  ],
);

/** What someone who signs up as a host has typed, until the link sent to their address proves that it is theirs. */
export const hostSignUps = pgTable("host_sign_ups", {
  linkId: uuid("link_id")
    .primaryKey()
    .references(() => oneTimeLinks.id, { onDelete: "cascade" }),
  firstName: text("first_name").notNull(),
  lastName: text("last_name").notNull(),
  /** Argon2id. */
  passwordHash: text("password_hash").notNull(),
  siret: text("siret").notNull(),
});

/** Someone with a proven address of the académie asks to work in a school's space: its head or its office answers. */
export const schoolJoinRequests = pgTable(
  "school_join_requests",
  {
    id: id(),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    email: citext("email").notNull(),
    role: roleEnum("role").notNull(),
    requestedAt: instant("requested_at").notNull(),
    answeredAt: instant("answered_at"),
    answeredBy: uuid("answered_by").references(() => persons.id, { onDelete: "set null" }),
    accepted: boolean("accepted"),
  },
  (table) => [
    uniqueIndex("school_join_requests_open_key")
      .on(table.schoolUai, table.email)
      .where(sql`${table.answeredAt} is null`),
    index("school_join_requests_age_index").on(table.requestedAt),
    check("school_join_requests_role_check", sql`${table.role} in ('teacher', 'schoolOffice', 'schoolHead')`),
    check(
      "school_join_requests_answer_check",
      sql`(${table.answeredAt} is null) = (${table.accepted} is null)`,
    ),
  ],
);
