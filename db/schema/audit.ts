import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { AuditAction, AuditCapacity, AuditSubject } from "#app/domain/audit/audit-entry.ts";
import { id, instant } from "./columns.ts";

/** Each holds the hash of the entries that it names and of the seal before: none is changed, or left out, unseen. */
export const auditSeals = pgTable(
  "audit_seals",
  {
    number: bigint("number", { mode: "number" }).primaryKey(),
    previousHash: text("previous_hash").notNull(),
    entries: integer("entries").notNull(),
    entriesHash: text("entries_hash").notNull(),
    youngestAt: instant("youngest_at").notNull(),
    sealedAt: instant("sealed_at").notNull(),
    hash: text("hash").notNull(),
  },
  (table) => [
    index("audit_seals_age_index").on(table.youngestAt),
    check("audit_seals_entries_check", sql`${table.entries} > 0`),
    check(
      "audit_seals_hash_check",
      sql`concat(${table.previousHash}, ${table.entriesHash}, ${table.hash}) ~ '^[0-9a-f]{192}$'`,
    ),
  ],
);

/**
 * Who did what, on what, when and why, without a word of what was read or written. Triggers refuse every change but the seal, once,
 * and every deletion but that of entries past their term. Identifiers refer to nothing: a person who is deleted leaves a number.
 */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: id(),
    at: instant("at").notNull(),
    action: text("action").$type<AuditAction>().notNull(),
    actorId: uuid("actor_id"),
    capacity: text("capacity").$type<AuditCapacity>().notNull(),
    subjectKind: text("subject_kind").$type<AuditSubject>(),
    subjectId: text("subject_id"),
    reason: text("reason"),
    requestId: text("request_id"),
    network: text("network"),
    seal: bigint("seal", { mode: "number" }).references(() => auditSeals.number),
  },
  (table) => [
    index("audit_entries_at_index").on(table.at),
    index("audit_entries_actor_index").on(table.actorId, table.id),
    index("audit_entries_subject_index").on(table.subjectId, table.id),
    index("audit_entries_action_index").on(table.action, table.id),
    index("audit_entries_seal_index").on(table.seal),
    index("audit_entries_unsealed_index")
      .on(table.id)
      .where(sql`${table.seal} is null`),
    check("audit_entries_subject_check", sql`(${table.subjectKind} is null) = (${table.subjectId} is null)`),
    // No room for a sentence, an address or a name.
    check(
      "audit_entries_words_check",
      sql`${table.action} ~ '^[a-z_]{1,30}[.][a-z_]{1,30}$' and ${table.capacity} ~ '^[a-zA-Z]{1,30}$'
        and ${table.subjectKind} ~ '^[a-z_]{1,30}$' and ${table.subjectId} ~ '^[0-9A-Za-z-]{1,40}$'
        and ${table.reason} ~ '^[a-z_]{1,40}$'`,
    ),
  ],
);
