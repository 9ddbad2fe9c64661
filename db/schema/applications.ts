import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { Mark } from "#app/domain/applications/opinions/opinion.ts";
import { literals } from "../conditions.ts";
import { APPLICATION_STATUSES, LIVE_STATUSES, WEEK_STATES } from "#app/domain/applications/application.ts";
import { persons } from "./persons.ts";
import { campaigns } from "./campaigns.ts";
import { foundInternships } from "./follow-up/found-internships.ts";
import { id, instant } from "./columns.ts";
import { offers, offerSeats } from "./offers.ts";

export const applicationStatusEnum = pgEnum("application_status", APPLICATION_STATUSES);

export const applications = pgTable(
  "applications",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id),
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id),
    status: applicationStatusEnum("status").notNull(),
    motivation: text("motivation").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    submittedAt: instant("submitted_at"),
    /** When the host's silence expires the application, or the pupil's silence the acceptance. */
    deadlineAt: instant("deadline_at"),
    /** A withdrawn application is restored once at most. */
    restoredAt: instant("restored_at"),
    /** The application that the host of another offer passed on. */
    transferredFrom: uuid("transferred_from").references((): AnyPgColumn => applications.id),
    /** Answers to the three prompts of the letter helper, while the letter is a draft. */
    letterNotes: jsonb("letter_notes"),
  },
  (table) => [
    // A pupil applies once at a time to an offer.
    uniqueIndex("applications_one_live_per_offer_key")
      .on(table.pupilId, table.offerId)
      .where(sql`${table.status} in (${sql.raw(literals(["draft", ...LIVE_STATUSES, "confirmed"]))})`),
    index("applications_offer_index").on(table.offerId, table.status, table.submittedAt),
    index("applications_pupil_index").on(table.pupilId, table.updatedAt),
    index("applications_deadline_index")
      .on(table.deadlineAt)
      .where(sql`${table.status} in (${sql.raw(literals(LIVE_STATUSES))})`),
    unique("applications_weeks_reference_key").on(table.id, table.offerId, table.pupilId, table.campaignId),
    unique("applications_transferred_once_key").on(table.transferredFrom),
    check("applications_letter_notes_check", sql`${table.status} = 'draft' or ${table.letterNotes} is null`),
    check(
      "applications_deadline_check",
      sql`(${table.status} in (${sql.raw(literals(LIVE_STATUSES))})) = (${table.deadlineAt} is not null)`,
    ),
    check(
      "applications_motivation_check",
      sql`${table.status} = 'draft' or char_length(${table.motivation}) between 30 and 1500`,
    ),
  ],
);

export const weekStateEnum = pgEnum("application_week_state", WEEK_STATES);

/**
 * A week that an application asks for, or an internship found elsewhere, and what it holds of it. Both are here so that the same
 * constraint keeps a pupil from being at two places.
 */
export const applicationWeeks = pgTable(
  "application_weeks",
  {
    applicationId: uuid("application_id"),
    offerId: uuid("offer_id"),
    /** Of what was found elsewhere, there is neither application nor offer. */
    foundId: uuid("found_id"),
    pupilId: uuid("pupil_id").notNull(),
    campaignId: uuid("campaign_id").notNull(),
    week: smallint("week").$type<WeekNumber>().notNull(),
    state: weekStateEnum("state").notNull(),
  },
  (table) => [
    unique("application_weeks_application_key").on(table.applicationId, table.week),
    unique("application_weeks_found_key").on(table.foundId, table.week),
    check(
      "application_weeks_of_one_check",
      sql`(${table.applicationId} is null) = (${table.offerId} is null) and (${table.applicationId} is null) = (${table.foundId} is not null)`,
    ),
    foreignKey({
      name: "application_weeks_found_fkey",
      columns: [table.foundId, table.pupilId, table.campaignId],
      foreignColumns: [foundInternships.id, foundInternships.pupilId, foundInternships.campaignId],
    }).onDelete("cascade"),
    // One host at a time is asked to confirm a week.
    uniqueIndex("application_weeks_one_asked_key")
      .on(table.pupilId, table.campaignId, table.week)
      .where(sql`${table.state} = 'asked' and ${table.foundId} is not null`),
    foreignKey({
      name: "application_weeks_application_fkey",
      columns: [table.applicationId, table.offerId, table.pupilId, table.campaignId],
      foreignColumns: [applications.id, applications.offerId, applications.pupilId, applications.campaignId],
    }).onDelete("cascade"),
    foreignKey({
      name: "application_weeks_seat_fkey",
      columns: [table.offerId, table.week],
      foreignColumns: [offerSeats.offerId, offerSeats.week],
    }),
    // A pupil holds one confirmed place a week, wherever it was found.
    uniqueIndex("application_weeks_one_place_key")
      .on(table.pupilId, table.campaignId, table.week)
      .where(sql`${table.state} = 'taken'`),
    index("application_weeks_seat_index").on(table.offerId, table.week),
  ],
);

/** Offers that a pupil keeps an eye on. */
export const favourites = pgTable(
  "favourites",
  {
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    /** Asks to be told when the offer, full now, can be asked for again. */
    wantsAlert: boolean("wants_alert").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pupilId, table.offerId] }),
    index("favourites_alert_index")
      .on(table.offerId)
      .where(sql`${table.wantsAlert}`),
  ],
);

/** What a pupil thought of their placement, from 1 (badly, not at all) to 4: read in figures only. */
export const opinions = pgTable(
  "opinions",
  {
    applicationId: uuid("application_id")
      .primaryKey()
      .references(() => applications.id, { onDelete: "cascade" }),
    /** How they were welcomed. */
    welcomed: smallint("welcomed").$type<Mark>().notNull(),
    /** Whether it helps them to choose a way. */
    useful: smallint("useful").$type<Mark>().notNull(),
    givenAt: instant("given_at").notNull(),
  },
  (table) => [
    check("opinions_welcomed_check", sql`${table.welcomed} between 1 and 4`),
    check("opinions_useful_check", sql`${table.useful} between 1 and 4`),
  ],
);
