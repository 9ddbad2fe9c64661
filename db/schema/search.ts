import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ALERT_FREQUENCIES } from "#app/domain/discovery/saved-search.ts";
import type { Challenge } from "#app/domain/reference/challenges.ts";
import type { Period } from "#app/domain/search/search-filters.ts";
import { campaigns } from "./campaigns.ts";
import { box, id, instant } from "./columns.ts";
import { offers } from "./offers.ts";
import { persons } from "./persons.ts";

/** Words that mean the same to who searches ("véto", "vétérinaire"): one row a group, edited by administrators. */
export const searchSynonyms = pgTable(
  "search_synonyms",
  {
    id: id(),
    /** As people write them; the search compares their stems. */
    words: text("words").array().notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    updatedBy: uuid("updated_by").references(() => persons.id, { onDelete: "set null" }),
  },
  (table) => [check("search_synonyms_words_check", sql`cardinality(${table.words}) between 2 and 20`)],
);

export const alertFrequencyEnum = pgEnum("alert_frequency", ALERT_FREQUENCIES);

/** A search that a pupil keeps, to be told of the offers that come to answer it. */
export const savedSearches = pgTable(
  "saved_searches",
  {
    id: id(),
    personId: uuid("person_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    campaignId: uuid("campaign_id")
      .notNull()
      .references(() => campaigns.id),
    frequency: alertFrequencyEnum("frequency").notNull(),
    /** The place as its owner named it, with its point or its départements; all are empty for the whole country. */
    place: text("place"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    /** Codes of a territory that is searched whole. */
    departments: text("departments").array().notNull().default([]),
    radiusKm: smallint("radius_km").notNull(),
    /** Degrees, longitude first: holds the circle. An offer looks its searches up by the boxes that hold its point. */
    area: box("area").notNull(),
    sectors: text("sectors").array().notNull(),
    familySlug: text("family_slug"),
    challenges: text("challenges").array().$type<Challenge[]>().notNull(),
    periods: text("periods").array().$type<Period[]>().notNull(),
    /** As they were typed, and as the text of a tsquery. */
    words: text("words"),
    wordsQuery: text("words_query"),
    createdAt: instant("created_at").notNull(),
    /** Stopped searches are kept until their owner deletes them: one click starts them again. */
    stoppedAt: instant("stopped_at"),
  },
  (table) => [
    index("saved_searches_person_index").on(table.personId, table.createdAt),
    index("saved_searches_area_index")
      .using("gist", table.area)
      .where(sql`${table.stoppedAt} is null`),
    uniqueIndex("saved_searches_once_index").on(
      table.personId,
      table.campaignId,
      sql`coalesce(${table.latitude}, 0)`,
      sql`coalesce(${table.longitude}, 0)`,
      table.departments,
      table.radiusKm,
      table.sectors,
      sql`coalesce(${table.familySlug}, '')`,
      table.challenges,
      table.periods,
      sql`coalesce(${table.words}, '')`,
    ),
    check(
      "saved_searches_place_check",
      sql`num_nulls(${table.latitude}, ${table.longitude}) in (0, 2)
        and (${table.place} is null) = (${table.latitude} is null and ${table.departments} = '{}')`,
    ),
    check("saved_searches_words_check", sql`num_nulls(${table.words}, ${table.wordsQuery}) in (0, 2)`),
  ],
);

/** An offer that came to answer a saved search: told to its owner once, at the hour that the search says. */
export const savedSearchMatches = pgTable(
  "saved_search_matches",
  {
    savedSearchId: uuid("saved_search_id")
      .notNull()
      .references(() => savedSearches.id, { onDelete: "cascade" }),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    matchedAt: instant("matched_at").notNull(),
    announcedAt: instant("announced_at"),
  },
  (table) => [
    primaryKey({ columns: [table.savedSearchId, table.offerId] }),
    index("saved_search_matches_unannounced_index")
      .on(table.savedSearchId, table.matchedAt)
      .where(sql`${table.announcedAt} is null`),
    index("saved_search_matches_offer_index").on(table.offerId),
  ],
);

/** What is searched, for statistics: no person, no address, the place rounded to its commune, the time to the hour. */
export const searchLog = pgTable(
  "search_log",
  {
    id: id(),
    /** The hour in which it was searched. */
    searchedAt: instant("searched_at").notNull(),
    inseeCode: text("insee_code"),
    radiusKm: smallint("radius_km"),
    sectors: text("sectors").array().notNull(),
    familySlug: text("family_slug"),
    challenges: text("challenges").array().$type<Challenge[]>().notNull(),
    periods: text("periods").array().$type<Period[]>().notNull(),
    /** Only words that offers or synonyms hold: a name typed by mistake is not kept. */
    words: text("words").array().notNull(),
    /** Some words typed are held by no offer. */
    unknownWords: boolean("unknown_words").notNull(),
    total: integer("total").notNull(),
  },
  (table) => [index("search_log_hour_index").on(table.searchedAt)],
);

/** Offers that a pupil has opened: told as "déjà vue" in lists, and read by recommendations. */
export const viewedOffers = pgTable(
  "viewed_offers",
  {
    pupilId: uuid("pupil_id")
      .notNull()
      .references(() => persons.id, { onDelete: "cascade" }),
    offerId: uuid("offer_id")
      .notNull()
      .references(() => offers.id, { onDelete: "cascade" }),
    viewedAt: instant("viewed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.pupilId, table.offerId] }),
    index("viewed_offers_recent_index").on(table.pupilId, table.viewedAt),
    index("viewed_offers_offer_index").on(table.offerId),
  ],
);
