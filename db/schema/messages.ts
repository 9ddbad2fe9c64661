import { sql } from "drizzle-orm";
import {
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import { MESSAGE_STATUSES, type MessageStatus } from "#app/domain/notifications/message-states.ts";
import type { Topic } from "#app/domain/notifications/topics.ts";
import { CHANNELS, type Channel } from "#app/domain/outbox/channels.ts";
import { URGENCIES } from "#app/domain/outbox/urgency.ts";
import { literals } from "../conditions.ts";
import { calendarDate, citext, id, instant } from "./columns.ts";
import { persons } from "./persons.ts";
import { schools } from "./schools.ts";

export const urgencyEnum = pgEnum("urgency", URGENCIES);

/** What happened, for those to be written to: recorded in the transaction of the change itself. */
export const outboxEvents = pgTable(
  "outbox_events",
  {
    id: id(),
    type: text("type").notNull(),
    /** Of the payload: an event's definition reads those of older versions. */
    version: smallint("version").notNull().default(1),
    urgency: urgencyEnum("urgency").notNull(),
    /** Identifiers only: no personal data travels in events. */
    payload: jsonb("payload").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    dispatchedAt: instant("dispatched_at"),
    /** Why a dispatched event has no message. */
    skipReason: text("skip_reason"),
    /** When its messages were erased, at the end of their time. */
    forgottenAt: instant("forgotten_at"),
  },
  (table) => [
    index("outbox_events_pending_index")
      .on(table.occurredAt)
      .where(sql`${table.dispatchedAt} is null`),
    index("outbox_events_skipped_index")
      .on(table.occurredAt)
      .where(sql`${table.skipReason} is not null`),
    check(
      "outbox_events_skipped_check",
      sql`${table.skipReason} is null or ${table.dispatchedAt} is not null`,
    ),
  ],
);

/**
 * Messages handed to the provider in one request: the members are fixed before it is sent, under a key of its own,
 * so that a retry repeats the same request.
 */
export const messageBatches = pgTable(
  "message_batches",
  {
    id: id(),
    idempotencyKey: text("idempotency_key").notNull().unique(),
    /** "dissolved": the provider refused the request as a whole, its members leave one by one. */
    status: text("status").notNull(),
    createdAt: instant("created_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (table) => [
    check("message_batches_status_check", sql`${table.status} in ('pending', 'sent', 'dissolved')`),
    check("message_batches_closed_check", sql`(${table.status} = 'pending') = (${table.closedAt} is null)`),
  ],
);

/**
 * One message to one recipient, written before it is sent so that a retry sends the same bytes under the same key.
 * `waiting`: deferred until its hour · `pending`: to be sent · `sent` · `failed`: given up, for a person to decide ·
 * `grouped`: gathered in a digest · `suppressed`: the address does not take mail any more · `declined`: the recipient chose not
 * to get such messages by e-mail · `shown`: the recipient has no address, or what it says was true no more when its hour came;
 * the notification centre holds it.
 */
export const messages = pgTable(
  "messages",
  {
    id: id(),
    eventId: uuid("event_id").references(() => outboxEvents.id),
    template: text("template").notNull(),
    urgency: urgencyEnum("urgency").notNull(),
    /** What a recipient can choose not to get by e-mail; empty for what the service must send. */
    topic: text("topic").$type<Topic>(),
    /** 0 for codes, 1 for what is immediate, 2 for the rest: the smaller leaves first. */
    priority: smallint("priority").notNull(),
    personId: uuid("person_id").references(() => persons.id, { onDelete: "set null" }),
    channel: text("channel").$type<Channel | "none">().notNull(),
    /** Address or telephone number; empty for someone who gave none. */
    recipient: text("recipient"),
    /** Where the recipient lives, for quiet hours: "Indian/Reunion". */
    timeZone: text("time_zone").notNull(),
    /** `event/template/recipient`: the provider drops a second request that bears it. */
    idempotencyKey: text("idempotency_key").notNull().unique(),
    subject: text("subject").notNull(),
    html: text("html").notNull(),
    text: text("text").notNull(),
    /** One sentence and the one thing to do, for the digest and the notification centre. */
    summary: text("summary").notNull(),
    actionLabel: text("action_label"),
    actionUrl: text("action_url"),
    status: text("status").$type<MessageStatus>().notNull(),
    /** Never sent before this instant. */
    notBefore: instant("not_before").notNull(),
    /** The recipient's day in which this message takes the one slot of deferrable messages. */
    dailySlotOn: calendarDate("daily_slot_on"),
    /** The digest that gathers it. */
    digestId: uuid("digest_id").references((): AnyPgColumn => messages.id, { onDelete: "cascade" }),
    batchId: uuid("batch_id").references(() => messageBatches.id),
    attempts: smallint("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at"),
    firstAttemptAt: instant("first_attempt_at"),
    providerId: text("provider_id").unique(),
    /** The last webhook event: delivered, bounced, complained, delayed. */
    providerStatus: text("provider_status"),
    providerStatusAt: instant("provider_status_at"),
    lastError: text("last_error"),
    /** When an administrator decided that a failed message stays unsent, and who. */
    dismissedAt: instant("dismissed_at"),
    dismissedBy: uuid("dismissed_by").references(() => persons.id, { onDelete: "set null" }),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    /** When its reader opened the notification centre on it. */
    readAt: instant("read_at"),
  },
  (table) => [
    index("messages_event_index").on(table.eventId),
    index("messages_person_index").on(table.personId, table.createdAt),
    index("messages_unread_index")
      .on(table.personId)
      .where(sql`${table.readAt} is null and ${table.personId} is not null`),
    index("messages_recipient_index").on(table.recipient, table.createdAt),
    index("messages_created_index").on(table.createdAt),
    index("messages_digest_index").on(table.digestId),
    index("messages_batch_index").on(table.batchId),
    index("messages_to_send_index")
      .on(table.priority, table.createdAt, table.id)
      .where(sql`${table.status} = 'pending'`),
    index("messages_waiting_index")
      .on(table.notBefore)
      .where(sql`${table.status} = 'waiting'`),
    index("messages_waiting_recipient_index")
      .on(sql`lower(${table.recipient})`)
      .where(sql`${table.status} = 'waiting'`),
    index("messages_failed_index")
      .on(table.createdAt)
      .where(sql`${table.status} = 'failed' and ${table.dismissedAt} is null`),
    uniqueIndex("messages_one_a_day_key")
      .on(sql`lower(${table.recipient})`, table.dailySlotOn)
      .where(sql`${table.dailySlotOn} is not null`),
    check("messages_status_check", sql`${table.status} in (${sql.raw(literals(MESSAGE_STATUSES))})`),
    check("messages_dismissed_check", sql`${table.dismissedAt} is null or ${table.status} = 'failed'`),
    check("messages_sent_check", sql`(${table.status} = 'sent') = (${table.sentAt} is not null)`),
    check("messages_grouped_check", sql`(${table.status} = 'grouped') = (${table.digestId} is not null)`),
    check("messages_channel_check", sql`${table.channel} in (${sql.raw(literals([...CHANNELS, "none"]))})`),
    check(
      "messages_recipient_check",
      sql`(${table.channel} = 'none') = (${table.recipient} is null) and (${table.channel} <> 'none' or ${table.status} = 'shown')`,
    ),
  ],
);

/** Webhook events of the provider; its identifier keeps one received twice from counting twice. */
export const providerWebhookEvents = pgTable("provider_webhook_events", {
  id: text("id").primaryKey(),
  type: text("type").notNull(),
  providerId: text("provider_id"),
  receivedAt: instant("received_at").notNull(),
});

/** Addresses that no mail is sent to any more, until their owner asks for it again. */
export const suppressedAddresses = pgTable(
  "suppressed_addresses",
  {
    address: citext("address").primaryKey(),
    reason: text("reason").notNull(),
    suppressedAt: instant("suppressed_at").notNull(),
  },
  (table) => [check("suppressed_addresses_reason_check", sql`${table.reason} in ('bounced', 'complained')`)],
);

/** Topics that the owner of an address does not want by e-mail. */
export const mailOptOuts = pgTable(
  "mail_opt_outs",
  {
    address: citext("address").notNull(),
    topic: text("topic").$type<Topic>().notNull(),
    optedOutAt: instant("opted_out_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.address, table.topic] })],
);

/** The last day on which the heads of a school had their digest planned: one a day, whoever plans it. */
export const headDigests = pgTable("head_digests", {
  schoolUai: text("school_uai")
    .primaryKey()
    .references(() => schools.uai, { onDelete: "cascade" }),
  plannedOn: calendarDate("planned_on").notNull(),
});

/** Reminders already planned, so that a sweep run twice plans each once. */
export const reminderMarks = pgTable(
  "reminder_marks",
  {
    /** The application or agreement that the reminder is about. */
    subjectId: uuid("subject_id").notNull(),
    kind: text("kind").notNull(),
    markedAt: instant("marked_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.subjectId, table.kind] })],
);
