import { sql } from "drizzle-orm";
import { check, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { ActingParty } from "#app/domain/history/acting-party.ts";
import { agreements } from "./agreements.ts";
import { applications } from "./applications.ts";
import { persons } from "./persons.ts";
import { id, instant } from "./columns.ts";
import { offers } from "./offers.ts";
import { outboxEvents } from "./messages.ts";

/** Every change of state, with who made it, when and why: timelines are read from here. */
export const stateChanges = pgTable(
  "state_changes",
  {
    id: id(),
    offerId: uuid("offer_id").references(() => offers.id, { onDelete: "cascade" }),
    applicationId: uuid("application_id").references(() => applications.id, { onDelete: "cascade" }),
    agreementId: uuid("agreement_id").references(() => agreements.id, { onDelete: "cascade" }),
    fromStatus: text("from_status"),
    toStatus: text("to_status").notNull(),
    actorId: uuid("actor_id").references(() => persons.id, { onDelete: "set null" }),
    actorRole: text("actor_role").$type<ActingParty>().notNull(),
    reason: text("reason"),
    /** The event that tells those concerned of this change. */
    eventId: uuid("event_id").references(() => outboxEvents.id),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    index("state_changes_offer_index").on(table.offerId, table.changedAt),
    index("state_changes_application_index").on(table.applicationId, table.changedAt),
    index("state_changes_agreement_index").on(table.agreementId, table.changedAt),
    check(
      "state_changes_subject_check",
      sql`num_nonnulls(${table.offerId}, ${table.applicationId}, ${table.agreementId}) = 1`,
    ),
    check("state_changes_told_check", sql`${table.applicationId} is null or ${table.eventId} is not null`),
    index("state_changes_event_index").on(table.eventId),
  ],
);
