import { sql } from "drizzle-orm";
import { check, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { agreements } from "./agreements.ts";
import { applications } from "./applications.ts";
import { persons } from "./persons.ts";
import { id, instant } from "./columns.ts";
import { offers } from "./offers.ts";

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
    actorRole: text("actor_role").notNull(),
    reason: text("reason"),
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
  ],
);

/** What happened, for those who must be told: written in the transaction of the change itself. */
export const outboxEvents = pgTable(
  "outbox_events",
  {
    id: id(),
    type: text("type").notNull(),
    /** Identifiers only: no personal data travels in events. */
    payload: jsonb("payload").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    dispatchedAt: instant("dispatched_at"),
  },
  (table) => [
    index("outbox_events_pending_index")
      .on(table.occurredAt)
      .where(sql`${table.dispatchedAt} is null`),
  ],
);

/** One e-mail to one recipient, written before it is sent so that a retry sends the same bytes under the same key. */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    eventId: uuid("event_id")
      .notNull()
      .references(() => outboxEvents.id),
    template: text("template").notNull(),
    personId: uuid("person_id").references(() => persons.id, { onDelete: "set null" }),
    recipient: text("recipient").notNull(),
    /** `event/template/recipient`: the provider drops a second request that bears it. */
    idempotencyKey: text("idempotency_key").notNull().unique(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    status: text("status").notNull(),
    providerId: text("provider_id"),
    lastError: text("last_error"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (table) => [
    index("messages_event_index").on(table.eventId),
    check("messages_status_check", sql`${table.status} in ('pending', 'sent', 'failed')`),
    check("messages_sent_check", sql`(${table.status} = 'sent') = (${table.sentAt} is not null)`),
  ],
);
