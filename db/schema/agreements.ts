import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { AGREEMENT_SIDES, AGREEMENT_STATUSES, type AgreementSide } from "#app/domain/agreements/agreement.ts";
import { literals } from "../conditions.ts";
import { foundInternships } from "./follow-up/found-internships.ts";
import { persons } from "./persons.ts";
import { applications } from "./applications.ts";
import { campaigns } from "./campaigns.ts";
import { bytea, id, instant } from "./columns.ts";
import { hostOrganisations } from "./hosts.ts";
import { classGroups, schools } from "./schools.ts";

/** Versioned model text; the one with the latest `importedAt` serves new agreements. */
export const agreementTexts = pgTable(
  "agreement_texts",
  {
    id: id(),
    title: text("title").notNull(),
    source: text("source").notNull(),
    kind: text("kind").notNull(),
    body: text("body").notNull(),
    bodyHash: text("body_hash").notNull().unique(),
    importedAt: instant("imported_at").notNull(),
  },
  (table) => [
    check("agreement_texts_kind_check", sql`${table.kind} in ('demonstration', 'official', 'voted')`),
  ],
);

export const agreementStatusEnum = pgEnum("agreement_status", AGREEMENT_STATUSES);

export const agreements = pgTable(
  "agreements",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    applicationId: uuid("application_id").references(() => applications.id),
    /** What its host confirmed by a link, when it was found elsewhere. */
    foundId: uuid("found_id").references(() => foundInternships.id, { onDelete: "set null" }),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id),
    schoolUai: text("school_uai")
      .notNull()
      .references(() => schools.uai),
    classGroupId: uuid("class_group_id")
      .notNull()
      .references(() => classGroups.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => hostOrganisations.id),
    status: agreementStatusEnum("status").notNull(),
    currentVersion: integer("current_version").notNull(),
    hostCompletedAt: instant("host_completed_at"),
    schoolCompletedAt: instant("school_completed_at"),
    validatedAt: instant("validated_at"),
    /** Raised to make every link sent to the host's supervisor before worthless. */
    supervisorLinkVersion: smallint("supervisor_link_version").notNull().default(1),
    /** From then on no version of it names anybody. */
    erasedAt: instant("erased_at"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("agreements_one_per_application_key")
      .on(table.applicationId)
      .where(sql`${table.status} <> 'cancelled'`),
    uniqueIndex("agreements_one_per_found_key")
      .on(table.foundId)
      .where(sql`${table.status} <> 'cancelled'`),
    index("agreements_class_index").on(table.classGroupId, table.status),
    index("agreements_school_index").on(table.schoolUai, table.status, table.updatedAt),
    index("agreements_organisation_index").on(table.organisationId, table.updatedAt),
    index("agreements_pupil_index").on(table.pupilId),
    unique("agreements_pupil_reference_key").on(table.id, table.pupilId),
    check(
      "agreements_completed_check",
      sql`${table.status} in ('draft', 'changes_requested', 'cancelled') or (${table.hostCompletedAt} is not null and ${table.schoolCompletedAt} is not null)`,
    ),
    check(
      "agreements_validated_check",
      sql`${table.status} not in ('teacher_validated', 'signing', 'signed') or ${table.validatedAt} is not null`,
    ),
  ],
);

/** The exact content of an agreement at one moment; never changed once validated. */
export const agreementVersions = pgTable(
  "agreement_versions",
  {
    agreementId: uuid("agreement_id")
      .notNull()
      .references(() => agreements.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    textId: uuid("text_id")
      .notNull()
      .references(() => agreementTexts.id),
    content: jsonb("content").notNull(),
    /** SHA-256 of the canonical content and of the text: what a signature binds. */
    contentHash: text("content_hash").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.version] })],
);

/** A teacher's remark, on a field or on the whole; answered when the content is sent back. */
export const agreementRemarks = pgTable(
  "agreement_remarks",
  {
    id: id(),
    agreementId: uuid("agreement_id")
      .notNull()
      .references(() => agreements.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    field: text("field"),
    addressee: text("addressee").$type<AgreementSide>().notNull(),
    comment: text("comment").notNull(),
    authorId: uuid("author_id").references(() => persons.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    resolvedAt: instant("resolved_at"),
    resolvedBy: uuid("resolved_by").references(() => persons.id, { onDelete: "set null" }),
  },
  (table) => [
    index("agreement_remarks_agreement_index").on(table.agreementId),
    check(
      "agreement_remarks_addressee_check",
      sql`${table.addressee} in (${sql.raw(literals(AGREEMENT_SIDES))})`,
    ),
  ],
);

/** The PDF of a version, stored once: every download gives the same bytes. */
export const agreementDocuments = pgTable(
  "agreement_documents",
  {
    agreementId: uuid("agreement_id")
      .notNull()
      .references(() => agreements.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    /** A draft bears a mark across it: the document changes once when the teacher validates. */
    stage: text("stage").notNull(),
    sha256: text("sha256").notNull(),
    pages: smallint("pages"),
    bytes: bytea("bytes").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agreementId, table.version, table.stage] }),
    check("agreement_documents_stage_check", sql`${table.stage} in ('draft', 'validated', 'cancelled')`),
  ],
);
