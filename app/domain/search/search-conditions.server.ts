import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { BAND_DEGREES } from "#app/domain/offers/offer-projection.store.server.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { EARTH_RADIUS_KM, type GeoPoint } from "#app/kernel/geo.ts";
import type { Period, SearchFilters } from "./search-filters.ts";

/** The parts of a search that can be widened on their own. */
export type Aspect = "place" | "sectors" | "family" | "challenges" | "periods" | "words";

/** Conditions on a row `s` of `offer_search`: what is asked, and what the asker is entitled to see. */
export function searchConditions(filters: SearchFilters, asker: Eligibility | null): SQL {
  return allOf([visibleTo(filters.campaignId, asker), ...Object.values(aspectConditions(filters))]);
}

export function allOf(conditions: readonly SQL[]): SQL {
  return conditions.length > 0 ? sql.join([...conditions], sql` and `) : sql`true`;
}

/** One condition for each part of the search that is asked. */
export function aspectConditions(filters: SearchFilters): Partial<Record<Aspect, SQL>> {
  const { center, radiusKm, sectors, family, challenges, periods, words } = filters;
  return {
    ...(center && { place: allOf([inBox(center, radiusKm), sql`${distanceFrom(center)} <= ${radiusKm}`]) }),
    ...(sectors.length > 0 && { sectors: sql`s.sector_code = any(${textArray(sectors)})` }),
    ...(family && { family: sql`s.family_slug = ${family}` }),
    ...(challenges.length > 0 && { challenges: sql`s.challenges && ${textArray(challenges)}` }),
    ...(periods.length > 0 && { periods: anyPeriod(periods) }),
    ...(words && { words: withWords(words) }),
  };
}

/** Kilometres from a point to the offer of row `s`. */
export function distanceFrom({ latitude, longitude }: GeoPoint): SQL {
  return sql`great_circle_km(${latitude}::float8, ${longitude}::float8, s.latitude, s.longitude)`;
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
  const height = radiusKm / ((Math.PI / 180) * EARTH_RADIUS_KM);
  const widest = Math.min(89, Math.abs(latitude) + height);
  const width = height / Math.cos((widest * Math.PI) / 180);
  const first = Math.floor((latitude - height) / BAND_DEGREES);
  const last = Math.floor((latitude + height) / BAND_DEGREES);
  const bands = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return sql`s.band = any(${sql.param(`{${bands.join(",")}}`)}::smallint[])
    and s.longitude between ${longitude - width}::float8 and ${longitude + width}::float8`;
}

/** How well the words match: title first, then the organisation, then the description. */
export function relevanceOf(words: string): SQL {
  return sql`round(ts_rank(s.words, ${wordsQuery(words)})::numeric, 6)::float8`;
}

/** Words of no meaning alone ("le", "une") leave an empty query, which asks for nothing. */
function withWords(words: string): SQL {
  return sql`(numnode(${wordsQuery(words)}) = 0 or s.words @@ ${wordsQuery(words)})`;
}

/** Every word must be there, each read as the beginning of a word. */
function wordsQuery(words: string): SQL {
  const terms = normaliseText(words).split(" ").filter(Boolean);
  return sql`to_tsquery('french_plain', ${terms.map((term) => `${term}:*`).join(" & ")})`;
}

const PERIOD_CONDITIONS: Record<Period, SQL> = {
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
