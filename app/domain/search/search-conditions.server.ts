import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { BAND_DEGREES } from "#app/domain/offers/offer-projection.store.server.ts";
import { EARTH_RADIUS_KM, type GeoPoint } from "#app/kernel/geo.ts";
import { TITLE_WEIGHT, WORD_WEIGHTS, type WordGroup } from "./index-words.ts";
import { HALF_WORTH_METRES, INTEREST_TENTHS, PLAIN_TENTHS } from "./relevance.ts";
import type { Period, SearchFilters } from "./search-filters.ts";
import { groupQuery, type SearchWords } from "./search-words.server.ts";

/** The parts of a search that can be widened on their own. */
export type Aspect = "place" | "sectors" | "family" | "challenges" | "periods" | "words";

/** A search with the words that PostgreSQL made of what was typed. */
export interface WordedSearch {
  filters: SearchFilters;
  asker: Eligibility | null;
  words: SearchWords | null;
}

/** Conditions on a row `s` of `offer_search`: what is asked, and what the asker is entitled to see. */
export function searchConditions({ filters, asker, words }: WordedSearch): SQL {
  return allOf([visibleTo(filters.campaignId, asker), ...Object.values(aspectConditions(filters, words))]);
}

export function allOf(conditions: readonly SQL[]): SQL {
  return conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`;
}

/** One condition for each part of the search that is asked. */
export function aspectConditions(
  filters: SearchFilters,
  words: SearchWords | null,
): Partial<Record<Aspect, SQL>> {
  const { center, radiusKm, sectors, family, challenges, periods } = filters;
  return {
    ...(center && { place: allOf([inBox(center, radiusKm), within(metresFrom(center), radiusKm)]) }),
    ...(sectors.length > 0 && { sectors: sql`s.sector_code = any(${textArray(sectors)})` }),
    ...(family && { family: sql`s.family_slug = ${family}` }),
    ...(challenges.length > 0 && { challenges: sql`s.challenges && ${textArray(challenges)}` }),
    ...(periods.length > 0 && { periods: anyPeriod(periods) }),
    ...(words && { words: sql`s.words @@ ${words.query}::tsquery` }),
  };
}

/** Whole metres from a point to the offer of row `s`: what is sorted and cut by. */
export function metresFrom({ latitude, longitude }: GeoPoint): SQL {
  return sql`round(great_circle_km(${latitude}::float8, ${longitude}::float8, s.latitude, s.longitude) * 1000)::int`;
}

export function within(metres: SQL, radiusKm: number): SQL {
  return sql`${metres} <= ${radiusKm * 1000}::int`;
}

/** The campaign's offers whose reservation, an attribute of the asker's school, lets them in: others neither see nor get them. */
export function visibleTo(campaignId: string, asker: Eligibility | null): SQL {
  const campaign = sql`s.campaign_id = ${campaignId}`;
  if (!asker) return allOf([campaign, sql`s.reserved_to is null`]);
  return sql`${campaign} and (s.reserved_to is null
    or (s.reserved_to = 'rep' and ${asker.priorityEducation}::boolean)
    or (s.reserved_to = 'qpv' and ${asker.priorityDistrict}::boolean)
    or (s.reserved_to = 'schools' and ${asker.schoolUai} = any(s.reserved_schools)))`;
}

/** The box that holds a circle: one short range of the (campaign, band, longitude) index for each latitude band. */
export function inBox({ latitude, longitude }: GeoPoint, radiusKm: number): SQL {
  // A distance is rounded to the metre: the box is a metre larger.
  const height = (radiusKm + 0.001) / ((Math.PI / 180) * EARTH_RADIUS_KM);
  const widest = Math.min(89, Math.abs(latitude) + height);
  const width = height / Math.cos((widest * Math.PI) / 180);
  const first = Math.floor((latitude - height) / BAND_DEGREES);
  const last = Math.floor((latitude + height) / BAND_DEGREES);
  const bands = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return sql`s.band = any(${sql.param(`{${bands.join(",")}}`)}::smallint[])
    and s.longitude between ${longitude - width}::float8 and ${longitude + width}::float8`;
}

/** The score of `relevanceOf` (relevance.ts), by the same division of whole numbers. */
export function scoreOf({ filters, words }: WordedSearch): SQL {
  const metres = filters.center ? metresFrom(filters.center) : sql`0`;
  const interests = textArray(filters.interests ?? []);
  const interest = sql`(case when s.family_slug = any(${interests}) then ${INTEREST_TENTHS}::bigint else ${PLAIN_TENTHS}::bigint end)`;
  const found = words ? sql.join(words.groups.map(bestWeight), sql` + `) : sql`1`;
  const atMost = words ? words.groups.length * TITLE_WEIGHT : 1;
  return sql`(s.quality * ${HALF_WORTH_METRES}::bigint * ${interest} * (${found}) * 100
    / ((${HALF_WORTH_METRES}::bigint + ${metres}) * ${atMost}::bigint))`;
}

function bestWeight(group: WordGroup): SQL {
  const [title, host, description] = [WORD_WEIGHTS.A, WORD_WEIGHTS.B, WORD_WEIGHTS.C];
  return sql`(case when s.words @@ ${groupQuery(group, "A")}::tsquery then ${title}::bigint
    when s.words @@ ${groupQuery(group, "B")}::tsquery then ${host}::bigint else ${description}::bigint end)`;
}

export const PERIOD_CONDITIONS: Record<Period, SQL> = {
  "deux-semaines": sql`(s.accepts_both_weeks and s.free_week_1 > 0 and s.free_week_2 > 0)`,
  "semaine-1": sql`(s.accepts_single_week and s.free_week_1 > 0)`,
  "semaine-2": sql`(s.accepts_single_week and s.free_week_2 > 0)`,
};

function anyPeriod(periods: readonly Period[]): SQL {
  const conditions = periods.map((period) => PERIOD_CONDITIONS[period]);
  return sql`(${sql.join(conditions, sql` or `)})`;
}

function textArray(values: readonly string[]): SQL {
  return sql`${sql.param(`{${values.map((value) => JSON.stringify(value)).join(",")}}`)}::text[]`;
}
