import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import {
  HELP_READER_REASONS,
  HELP_STEP_KINDS,
  type HelpReaderReason,
  type HelpStepKind,
  type HelpTopic,
} from "#app/domain/help/help-request.ts";
import { literals } from "../conditions.ts";
import { campaigns } from "./campaigns.ts";
import { id, instant } from "./columns.ts";
import { persons } from "./persons.ts";

/** "J'ai un problème": a pupil asks the adults of the school for help. */
export const helpRequests = pgTable(
  "help_requests",
  {
    id: id(),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    topic: text("topic").$type<HelpTopic>().notNull(),
    body: text("body").notNull(),
    askedAt: instant("asked_at").notNull(),
    /** Only those who are named in `help_readers` may read it; else whoever follows the class. */
    isPrivate: boolean("is_private").notNull().default(false),
    /** Since when the pupil's last words wait for an adult to read them; empty once one has. */
    waitingSince: instant("waiting_since"),
    /** When a second adult was told that nobody had read it. */
    secondToldAt: instant("second_told_at"),
    handledAt: instant("handled_at"),
    handledBy: uuid("handled_by").references(() => persons.id, { onDelete: "set null" }),
  },
  (table) => [
    index("help_requests_pupil_index").on(table.pupilId, table.askedAt),
    index("help_requests_waiting_index")
      .on(table.waitingSince)
      .where(sql`${table.secondToldAt} is null`),
    check("help_requests_body_check", sql`char_length(${table.body}) <= 1000`),
    check(
      "help_requests_waiting_check",
      sql`${table.handledAt} is null or (${table.waitingSince} is null and ${table.secondToldAt} is null)`,
    ),
  ],
);

/** The adults who were told of a request, each once: of the class, the one the pupil chose, or a second one. */
export const helpReaders = pgTable(
  "help_readers",
  {
    /** What the link of their e-mail is signed from. */
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => helpRequests.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    reason: text("reason").$type<HelpReaderReason>().notNull(),
    toldAt: instant("told_at").notNull(),
  },
  (table) => [
    unique("help_readers_once_key").on(table.requestId, table.personId),
    index("help_readers_person_index").on(table.personId),
    check("help_readers_reason_check", sql`${table.reason} in (${sql.raw(literals(HELP_READER_REASONS))})`),
  ],
);

/** What the adults did about a request for help: who read it, who dealt with it, who set it waiting again. Nothing is removed. */
export const helpRequestSteps = pgTable(
  "help_request_steps",
  {
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => helpRequests.id, { onDelete: "cascade" }),
    kind: text("kind").$type<HelpStepKind>().notNull(),
    actorId: uuid("actor_id").references(() => persons.id, { onDelete: "set null" }),
    /** What was done, in the words of who closes the request; the pupil reads it too. */
    note: text("note"),
    doneAt: instant("done_at").notNull(),
  },
  (table) => [
    index("help_request_steps_request_index").on(table.requestId, table.doneAt),
    check("help_request_steps_kind_check", sql`${table.kind} in (${sql.raw(literals(HELP_STEP_KINDS))})`),
    check(
      "help_request_steps_note_check",
      sql`${table.note} is null or (${table.kind} = 'handled' and char_length(${table.note}) between 1 and 1000)`,
    ),
  ],
);

/** What the pupil and the adults wrote to each other after the request. Nothing is removed, nor written again. */
export const helpMessages = pgTable(
  "help_messages",
  {
    id: id(),
    requestId: uuid("request_id")
      .notNull()
      .references(() => helpRequests.id, { onDelete: "cascade" }),
    /** Empty when that adult is no longer known. */
    authorId: uuid("author_id").references(() => persons.id, { onDelete: "set null" }),
    fromPupil: boolean("from_pupil").notNull(),
    body: text("body").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (table) => [
    index("help_messages_request_index").on(table.requestId, table.writtenAt),
    index("help_messages_author_index").on(table.authorId),
    check("help_messages_body_check", sql`char_length(${table.body}) between 1 and 1000`),
  ],
);
