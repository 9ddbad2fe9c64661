import { sql, type SQL } from "drizzle-orm";
import { check, index, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { PROVIDERS } from "#app/domain/federation/identity-provider.ts";
import { id, instant } from "../columns.ts";
import { persons } from "../persons.ts";
import { guardians } from "../schools.ts";

const provider = () => text("provider", { enum: PROVIDERS }).notNull();
const knownProvider = (column: { name: string }): SQL =>
  sql`${sql.identifier(column.name)} in (${sql.raw(PROVIDERS.map((name) => `'${name}'`).join(", "))})`;

/** Someone has been sent to a federation, and is expected back for a while: each row is taken by the first answer that names it. */
export const federationFlows = pgTable(
  "federation_flows",
  {
    /** SHA-256 of `state`, as the provider gives it back. */
    stateHash: text("state_hash").primaryKey(),
    /** SHA-256 of the secret in the browser's cookie: an answer is worth nothing in another browser. */
    browserHash: text("browser_hash").notNull(),
    provider: provider(),
    /** Nonce, PKCE verifier and where to go afterwards, sealed for this row. */
    sealed: text("sealed").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    index("federation_flows_expiry_index").on(table.expiresAt),
    check("federation_flows_provider_check", knownProvider(table.provider)),
  ],
);

/** Someone whom a federation has proved to be who they are, and who has something left to choose here. */
export const federationArrivals = pgTable(
  "federation_arrivals",
  {
    browserHash: text("browser_hash").notNull(),
    provider: provider(),
    /** What the federation says of them, sealed for this row. */
    sealed: text("sealed").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.browserHash, table.provider] }),
    index("federation_arrivals_expiry_index").on(table.expiresAt),
    check("federation_arrivals_provider_check", knownProvider(table.provider)),
  ],
);

/** The session that a browser holds at a federation, so that signing out here can end it there too. */
export const providerSessions = pgTable(
  "provider_sessions",
  {
    browserHash: text("browser_hash").primaryKey(),
    provider: provider(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    /** The token that the provider wants to see again, sealed for this row. */
    sealedIdToken: text("sealed_id_token").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** When its owner signed out here. */
    signedOutAt: instant("signed_out_at"),
  },
  (table) => [
    index("provider_sessions_person_index").on(table.personId),
    index("provider_sessions_expiry_index").on(table.expiresAt),
    check("provider_sessions_provider_check", knownProvider(table.provider)),
  ],
);

/** Keyed hashes of national pupil numbers, by which EduConnect's pupils and their parents are known. */
export const pupilNumbers = pgTable("pupil_numbers", {
  personId: uuid("person_id")
    .primaryKey()
    .references(() => persons.id, { onDelete: "cascade" }),
  numberHash: text("number_hash").notNull().unique(),
});

/** A legal representative whom a federation has proved to be who they are; one proof may open the page of several children. */
export const guardianIdentities = pgTable(
  "guardian_identities",
  {
    id: id(),
    guardianId: uuid("guardian_id")
      .notNull()
      .references(() => guardians.id, { onDelete: "cascade" }),
    issuer: text("issuer").notNull(),
    /** SHA-256 of the federation's subject. */
    subject: text("subject").notNull(),
    linkedAt: instant("linked_at").notNull(),
    /** The version of the link that proved the bond: replacing the link undoes it. Empty when the federation named the child. */
    linkVersion: smallint("link_version"),
  },
  (table) => [
    unique("guardian_identities_once_key").on(table.issuer, table.subject, table.guardianId),
    index("guardian_identities_guardian_index").on(table.guardianId),
  ],
);
