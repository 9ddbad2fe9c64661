import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { BAND_DEGREES } from "#app/domain/offers/offer-projection.store.server.ts";
import { reservationAdmitsAsker } from "#app/domain/offers/reservation-admits.server.ts";
import { boxAround, type GeoPoint } from "#app/kernel/geo.ts";
import { TITLE_WEIGHT, WORD_WEIGHTS, type WordGroup } from "./offer-index/index-words.ts";
import { HALF_WORTH_METRES, INTEREST_TENTHS, PLAIN_TENTHS } from "./relevance.ts";
import type { Period, SearchFilters } from "./search-filters.ts";
import { groupQuery, type SearchWords } from "./words/search-words.server.ts";

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
  const { sectors, family, challenges, periods } = filters;
  const place = placeConditions(filters);
  return {
    ...(place.length > 0 && { place: allOf(place) }),
    ...(sectors.length > 0 && { sectors: sql`s.sector_code = any(${textArray(sectors)})` }),
    ...(family && { family: sql`s.family_slug = ${family}` }),
    ...(challenges.length > 0 && { challenges: sql`s.challenges && ${textArray(challenges)}` }),
    ...(periods.length > 0 && { periods: anyPeriod(periods) }),
    ...(words && { words: sql`s.words @@ ${words.query}::tsquery` }),
  };
}

/** A circle, a territory, or what a circle holds of it. */
export function placeConditions({ center, radiusKm, departments = [] }: SearchFilters): SQL[] {
  return [
    ...(center ? [inBox(center, radiusKm), within(metresFrom(center), radiusKm)] : []),
    ...(departments.length > 0 ? [inDepartments(departments)] : []),
  ];
}

export function inDepartments(departments: readonly string[]): SQL {
  return sql`s.department_code = any(${textArray(departments)})`;
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
  return allOf([sql`s.campaign_id = ${campaignId}`, reservationAdmitsAsker("s", asker)]);
}

/** The box that holds a circle: one short range of the (campaign, band, longitude) index for each latitude band. */
export function inBox(center: GeoPoint, radiusKm: number): SQL {
  const { south, north, west, east } = boxAround(center, radiusKm);
  const first = Math.floor(south / BAND_DEGREES);
  const last = Math.floor(north / BAND_DEGREES);
  const bands = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return sql`s.band = any(${sql.param(`{${bands.join(",")}}`)}::smallint[])
    and s.longitude between ${west}::float8 and ${east}::float8`;
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

/** The best weight of a group's words in the row; a synonym stands just below what was typed, in each place. */
function bestWeight(group: WordGroup): SQL {
  const exact = { anyOf: group.anyOf.filter((one) => one.exact) };
  const synonyms = { anyOf: group.anyOf.filter((one) => !one.exact) };
  const places = ["A", "B", "C"] as const;
  const steps = places.flatMap((place) => [
    { words: exact, place, weight: WORD_WEIGHTS[place] },
    { words: synonyms, place, weight: WORD_WEIGHTS[place] - 1 },
  ]);
  const cases = steps
    .filter(({ words }) => words.anyOf.length > 0)
    .map(
      ({ words, place, weight }) =>
        sql`when s.words @@ ${groupQuery(words, place)}::tsquery then ${weight}::bigint`,
    );
  return sql`(case ${sql.join(cases, sql` `)} else 0::bigint end)`;
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
