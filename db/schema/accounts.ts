import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "#app/domain/accounts/actor.ts";
import { OPENING_REASONS } from "#app/domain/accounts/openings/opening.ts";
import { calendarDate, citext, id, instant } from "./columns.ts";
import { hostOrganisations } from "./hosts.ts";
import { persons } from "./persons.ts";
import { academies } from "./reference.ts";
import { schools } from "./schools.ts";

export const openingReasonEnum = pgEnum("opening_reason", OPENING_REASONS);

export const roleEnum = pgEnum("role", ROLES);

/** A way to prove who one is: an address and password of ours, or a federation's subject. */
export const identities = pgTable(
  "identities",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** "password", or the name of the federation. */
    issuer: text("issuer").notNull(),
    /** An address, or the SHA-256 of the federation's subject, whose case counts. */
    subject: citext("subject").notNull(),
    /** What the federation gave as the person's address on the day it was linked. */
    emailAtLink: citext("email_at_link"),
    /** Argon2id, for the issuer "password" only. */
    passwordHash: text("password_hash"),
    /** TOTP secret, sealed for this row, when the person signs in with a second factor. */
    totpSecret: text("totp_secret"),
    /** Last accepted TOTP step: a code serves once. */
    totpLastStep: bigint("totp_last_step", { mode: "number" }),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
  },
  (table) => [
    unique("identities_issuer_subject_key").on(table.issuer, table.subject),
    index("identities_person_index").on(table.personId),
    check(
      "identities_password_check",
      sql`(${table.issuer} = 'password') = (${table.passwordHash} is not null)`,
    ),
  ],
);

/** Printed codes that stand in once for the second factor of someone who has lost their telephone. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    /** SHA-256 of a code of 79 bits. */
    codeHash: text("code_hash").primaryKey(),
    identityId: uuid("identity_id")
      .notNull()
      .references(() => identities.id, { onDelete: "cascade" }),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [index("recovery_codes_identity_index").on(table.identityId)],
);

/** A second factor taken away by an administrator, whose owner had lost it: by whom, and why. */
export const secondFactorResets = pgTable(
  "second_factor_resets",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    resetBy: uuid("reset_by").references(() => persons.id, { onDelete: "set null" }),
    reason: text("reason").notNull(),
    resetAt: instant("reset_at").notNull(),
  },
  (table) => [index("second_factor_resets_person_index").on(table.personId)],
);

/** A quarter of an hour in which an administrator reads an account, and why: its owner is shown it. */
export const accountOpenings = pgTable(
  "account_openings",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    openedBy: uuid("opened_by").references(() => persons.id, { onDelete: "set null" }),
    reason: openingReasonEnum("reason").notNull(),
    explanation: text("explanation").notNull(),
    openedAt: instant("opened_at").notNull(),
    endsAt: instant("ends_at").notNull(),
  },
  (table) => [
    index("account_openings_person_index").on(table.personId, table.openedAt),
    index("account_openings_opener_index").on(table.openedBy, table.personId),
    index("account_openings_opened_index").on(table.openedAt),
    check("account_openings_term_check", sql`${table.endsAt} > ${table.openedAt}`),
  ],
);

/**
 * What a person is, where, from when to when. The target column depends on the role; an employer has none until an organisation
 * has let them in, or they have made it.
 */
export const affiliations = pgTable(
  "affiliations",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    role: roleEnum("role").notNull(),
    schoolUai: text("school_uai").references(() => schools.uai),
    organisationId: uuid("organisation_id").references(() => hostOrganisations.id),
    academyCode: text("academy_code").references(() => academies.code),
    validFrom: calendarDate("valid_from").notNull(),
    validTo: calendarDate("valid_to"),
    /** The federation that it rests upon; empty once the school itself has given it. */
    statedBy: text("stated_by"),
    /** Ended because that federation states it no more: it may begin again when it does. */
    isUnstated: boolean("is_unstated").notNull().default(false),
  },
  (table) => [
    check(
      "affiliations_unstated_check",
      sql`not ${table.isUnstated} or (${table.statedBy} is not null and ${table.validTo} is not null)`,
    ),
    index("affiliations_person_index").on(table.personId),
    index("affiliations_school_index").on(table.schoolUai, table.role),
    // Those whom a successor follows are looked for every hour.
    index("affiliations_former_heads_index")
      .on(table.validTo)
      .where(sql`${table.role} = 'schoolHead' and ${table.validTo} is not null`),
    index("affiliations_organisation_index").on(table.organisationId),
    unique("affiliations_once_key")
      .on(
        table.personId,
        table.role,
        table.schoolUai,
        table.organisationId,
        table.academyCode,
        table.validFrom,
      )
      .nullsNotDistinct(),
    check(
      "affiliations_target_check",
      sql`case ${table.role}
        when 'employer' then ${table.schoolUai} is null and ${table.academyCode} is null
        when 'academyReferent' then ${table.academyCode} is not null and ${table.schoolUai} is null and ${table.organisationId} is null
        when 'admin' then ${table.schoolUai} is null and ${table.organisationId} is null and ${table.academyCode} is null
        else ${table.schoolUai} is not null and ${table.organisationId} is null and ${table.academyCode} is null
      end`,
    ),
    check(
      "affiliations_validity_check",
      sql`${table.validTo} is null or ${table.validTo} >= ${table.validFrom}`,
    ),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the cookie's secret: a copy of the table opens no session. */
    tokenHash: text("token_hash").primaryKey(),
    /** What its owner closes it by: the secret stays in the cookie. */
    id: uuid("id").notNull().unique().defaultRandom(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** "Firefox sur Windows": what its owner knows the device by; empty for one opened before this was kept. */
    device: text("device"),
    createdAt: instant("created_at").notNull(),
    /** Its last use, to the minute. */
    lastSeenAt: instant("last_seen_at"),
    expiresAt: instant("expires_at").notNull(),
    /** When it ends if nobody uses it; empty until its next use for one opened before this was kept. */
    idleEndsAt: instant("idle_ends_at"),
    /** Empty until the second factor is given, for the accounts that need one. */
    verifiedAt: instant("verified_at"),
  },
  (table) => [
    index("sessions_person_index").on(table.personId),
    index("sessions_expiry_index").on(table.expiresAt),
  ],
);
