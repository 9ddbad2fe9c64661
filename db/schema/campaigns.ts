import { sql } from "drizzle-orm";
import { check, pgEnum, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { CAMPAIGN_STATUSES, type WeekNumber } from "#app/domain/campaigns/campaign.ts";
import { calendarDate, id } from "./columns.ts";

export const campaignStatusEnum = pgEnum("campaign_status", CAMPAIGN_STATUSES);

export const campaigns = pgTable(
  "campaigns",
  {
    id: id(),
    /** "2026-2027" */
    schoolYear: text("school_year").notNull().unique(),
    startsOn: calendarDate("starts_on").notNull(),
    endsOn: calendarDate("ends_on").notNull(),
    status: campaignStatusEnum("status").notNull(),
    source: text("source").notNull(),
    hostsOpenOn: calendarDate("hosts_open_on").notNull(),
    pupilsOpenOn: calendarDate("pupils_open_on").notNull(),
    /** Days a host has to answer before the application expires. */
    hostAnswerDays: smallint("host_answer_days").notNull(),
    /** Days a pupil has to confirm before the acceptance lapses. */
    pupilConfirmDays: smallint("pupil_confirm_days").notNull(),
    maxLiveApplications: smallint("max_live_applications").notNull(),
  },
  (table) => [
    check("campaigns_window_check", sql`${table.startsOn} <= ${table.endsOn}`),
    check(
      "campaigns_settings_check",
      sql`${table.hostAnswerDays} > 0 and ${table.pupilConfirmDays} > 0 and ${table.maxLiveApplications} > 0`,
    ),
  ],
);

/** The two "weeks" of a campaign; the cut can be moved, they never overlap (exclusion constraint). */
export const internshipWeeks = pgTable(
  "internship_weeks",
  {
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id, { onDelete: "cascade" }),
    week: smallint("week").$type<WeekNumber>().notNull(),
    startsOn: calendarDate("starts_on").notNull(),
    endsOn: calendarDate("ends_on").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.campaignId, table.week] }),
    check("internship_weeks_number_check", sql`${table.week} in (1, 2)`),
    check("internship_weeks_order_check", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);
