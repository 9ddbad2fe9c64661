import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ORGANISATION_PROOFS, type OrganisationProof } from "#app/domain/hosts/organisation-proof.ts";
import { literals } from "../conditions.ts";
import { id, instant } from "./columns.ts";
import { persons } from "./persons.ts";

export const hostOrganisations = pgTable(
  "host_organisations",
  {
    id: id(),
    name: text("name").notNull(),
    siret: text("siret").notNull(),
    isPublic: boolean("is_public").notNull(),
    addressLine: text("address_line").notNull(),
    postcode: text("postcode").notNull(),
    town: text("town").notNull(),
    /** Who signs agreements for the organisation. */
    signatoryName: text("signatory_name"),
    signatoryQuality: text("signatory_quality"),
    /** Whom a pupil can turn to about sexist or sexual violence. */
    preventionContact: text("prevention_contact"),
    createdAt: instant("created_at").notNull(),
    /** How it was proven to be the one that its SIRET names; empty while it is only claimed, and then no pupil sees it. */
    proof: text("proof").$type<OrganisationProof>(),
    provenAt: instant("proven_at"),
    /** A moderator has found that it bears the SIRET of another: its members answer for nothing, and the number is free. */
    detachedAt: instant("detached_at"),
    /** Described by a link for one internship found elsewhere: nobody is a member of it, and its number stays free. */
    foundAt: instant("found_at"),
  },
  (table) => [
    uniqueIndex("host_organisations_siret_unique")
      .on(table.siret)
      .where(sql`${table.detachedAt} is null and ${table.foundAt} is null`),
    index("host_organisations_siret_index").on(table.siret),
    check("host_organisations_siret_check", sql`${table.siret} ~ '^[0-9]{14}$'`),
    check(
      "host_organisations_proof_check",
      sql`${table.proof} in (${sql.raw(literals(ORGANISATION_PROOFS))})`,
    ),
  ],
);

/**
 * Which establishment someone says to work for. When an organisation here bears that SIRET, its members answer; otherwise the claim
 * lasts until its author has described it with a first offer.
 */
export const hostClaims = pgTable(
  "host_claims",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => persons.id, { onDelete: "cascade" }),
    siret: text("siret").notNull(),
    claimedAt: instant("claimed_at").notNull(),
    refusedAt: instant("refused_at"),
    refusedBy: uuid("refused_by").references(() => persons.id, { onDelete: "set null" }),
  },
  (table) => [
    index("host_claims_siret_index").on(table.siret),
    check("host_claims_siret_check", sql`${table.siret} ~ '^[0-9]{14}$'`),
  ],
);

/** A place where pupils are received. */
export const hostSites = pgTable(
  "host_sites",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => hostOrganisations.id, { onDelete: "cascade" }),
    addressLine: text("address_line").notNull(),
    postcode: text("postcode").notNull(),
    town: text("town").notNull(),
    inseeCode: text("insee_code").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    approximate: boolean("approximate").notNull(),
  },
  (table) => [
    index("host_sites_organisation_index").on(table.organisationId),
    check(
      "host_sites_point_check",
      sql`${table.latitude} between -90 and 90 and ${table.longitude} between -180 and 180`,
    ),
  ],
);
