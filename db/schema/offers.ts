import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import type { WeekNumber } from "#app/domain/campaigns/campaign.ts";
import type { HoursGrid } from "#app/domain/hours/hours-grid.ts";
import { OFFER_STATUSES } from "#app/domain/offers/offer.ts";
import { RESERVATIONS, type Reservation } from "#app/domain/offers/reservation.ts";
import { literals } from "../conditions.ts";
import { campaigns } from "./campaigns.ts";
import { id, instant, tsvector } from "./columns.ts";
import { hostOrganisations, hostSites } from "./hosts.ts";
import { persons } from "./persons.ts";
import { sectors } from "./reference.ts";

export const offerStatusEnum = pgEnum("offer_status", OFFER_STATUSES);

/** A proposal of internship. A draft may lack anything; what is shown to pupils is complete (check). */
export const offers = pgTable(
  "offers",
  {
    id: id(),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    organisationId: uuid("organisation_id").references(() => hostOrganisations.id),
    siteId: uuid("site_id").references(() => hostSites.id),
    createdBy: uuid("created_by").references(() => persons.id, { onDelete: "set null" }),
    status: offerStatusEnum("status").notNull(),
    title: text("title"),
    description: text("description"),
    activities: text("activities"),
    sectorCode: text("sector_code").references(() => sectors.code),
    challenges: text("challenges").array().notNull().default([]),
    acceptsBothWeeks: boolean("accepts_both_weeks").notNull().default(true),
    acceptsSingleWeek: boolean("accepts_single_week").notNull().default(true),
    hoursGrid: jsonb("hours_grid").$type<HoursGrid>(),
    lunch: text("lunch"),
    accessNote: text("access_note"),
    /** With as many applications that wait for an answer, the offer is "complet pour l'instant"; empty: no limit. */
    maxOpenApplications: smallint("max_open_applications"),
    supervisorName: text("supervisor_name"),
    supervisorContact: text("supervisor_contact"),
    /** Empty: open to all; else one of "rep", "qpv" or "schools" (attributes of the pupil's school). */
    reservedTo: text("reserved_to").$type<Reservation>(),
    reservedSchools: text("reserved_schools").array().notNull().default([]),
    /** What the form holds while the offer is a draft, as it was typed. */
    draft: jsonb("draft"),
    /** Identifier in the file or the partner's system the offer came from. */
    externalId: text("external_id").unique(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    publishedAt: instant("published_at"),
  },
  (table) => [
    index("offers_organisation_index").on(table.organisationId, table.updatedAt),
    index("offers_campaign_index").on(table.campaignId, table.status),
    check(
      "offers_complete_check",
      sql`${table.status} = 'draft' or (${table.organisationId} is not null and ${table.siteId} is not null and ${table.title} is not null
        and ${table.description} is not null and ${table.sectorCode} is not null and ${table.publishedAt} is not null)`,
    ),
    check("offers_lengths_check", sql`${table.acceptsBothWeeks} or ${table.acceptsSingleWeek}`),
    check("offers_max_open_check", sql`${table.maxOpenApplications} between 1 and 200`),
    check("offers_reserved_check", sql`${table.reservedTo} in (${sql.raw(literals(RESERVATIONS))})`),
  ],
);

/** Seats of an offer in one week: reserved by an acceptance, taken by a confirmation. */
export const offerSeats = pgTable(
  "offer_seats",
  {
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    week: smallint("week").$type<WeekNumber>().notNull(),
    capacity: smallint("capacity").notNull(),
    reserved: smallint("reserved").notNull().default(0),
    taken: smallint("taken").notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.offerId, table.week] }),
    check("offer_seats_week_check", sql`${table.week} in (1, 2)`),
    check(
      "offer_seats_within_capacity_check",
      sql`${table.reserved} >= 0 and ${table.taken} >= 0 and ${table.capacity} between 0 and 500 and ${table.reserved} + ${table.taken} <= ${table.capacity}`,
    ),
  ],
);

/** Published today, alone of its host, with as many replies as the prior: 1000 × 1 × 0.75 × 1. */
const NEWCOMER_QUALITY = 750;

/**
 * Projection that searches read: one narrow row per offer open to someone, with a free seat.
 * Written only by `projectOffers`, in the transaction that changes the offer or its seats. A trigger tells whoever
 * listens to `offer_search` which rows changed for a search.
 */
export const offerSearch = pgTable(
  "offer_search",
  {
    offerId: uuid("offer_id")
      .primaryKey()
      .references(() => offers.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id").notNull(),
    /** Latitude band of about 4 km: with the longitude it finds a box in one index scan per band. */
    band: smallint("band").notNull(),
    latitude: doublePrecision("latitude").notNull(),
    longitude: doublePrecision("longitude").notNull(),
    /** Of the site: a territory is searched whole by the codes of its départements. */
    departmentCode: text("department_code").notNull(),
    sectorCode: text("sector_code").notNull(),
    familySlug: text("family_slug").notNull(),
    challenges: text("challenges").array().notNull(),
    freeWeek1: smallint("free_week_1").notNull(),
    freeWeek2: smallint("free_week_2").notNull(),
    acceptsBothWeeks: boolean("accepts_both_weeks").notNull(),
    acceptsSingleWeek: boolean("accepts_single_week").notNull(),
    reservedTo: text("reserved_to").$type<Reservation>(),
    reservedSchools: text("reserved_schools").array().notNull(),
    publishedAt: instant("published_at").notNull(),
    /** Thousandths: freshness, reply rate and rank among the host's offers, frozen once a day. A new offer has a newcomer's. */
    quality: smallint("quality").notNull().default(NEWCOMER_QUALITY),
    /** What a list of results shows, so that a page is read by primary key from this table alone. */
    title: text("title").notNull(),
    organisation: text("organisation").notNull(),
    town: text("town").notNull(),
    approximate: boolean("approximate").notNull(),
    /** The first planned activity, cut short. */
    glimpse: text("glimpse"),
    /** Days in which the host usually answers, frozen with the quality; null while nothing can fairly be said. */
    replyDays: smallint("reply_days"),
    words: tsvector("words").notNull(),
  },
  (table) => [
    index("offer_search_place_index").on(table.campaignId, table.band, table.longitude),
    index("offer_search_department_index").on(table.campaignId, table.departmentCode),
    index("offer_search_recent_index").on(table.campaignId, table.publishedAt.desc(), table.offerId.desc()),
    index("offer_search_sector_index").on(table.sectorCode, table.publishedAt.desc()),
    index("offer_search_words_index").using("gin", table.words),
    check("offer_search_free_check", sql`${table.freeWeek1} > 0 or ${table.freeWeek2} > 0`),
    check("offer_search_quality_check", sql`${table.quality} between 1 and 1000`),
  ],
);
