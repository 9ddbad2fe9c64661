import { sql, type SQL } from "drizzle-orm";
import type { Eligibility } from "#app/domain/offers/offer.ts";
import { BAND_DEGREES } from "#app/domain/offers/offer-projection.store.server.ts";
import { normaliseText } from "#app/kernel/text.ts";
import { EARTH_RADIUS_KM, type GeoPoint } from "#app/kernel/geo.ts";
import type { Period, SearchFilters } from "./search-filters.ts";

/** Conditions on a row `s` of `offer_search`: what is asked, and what the asker is entitled to see. */
export function searchConditions(filters: SearchFilters, asker: Eligibility | null): SQL {
  const conditions = [sql`s.campaign_id = ${filters.campaignId}`, eligibilityCondition(asker)];
  if (filters.center) conditions.push(...withinRadius(filters.center, filters.radiusKm));
  if (filters.sectors.length > 0) conditions.push(sql`s.sector_code = any(${textArray(filters.sectors)})`);
  if (filters.family) conditions.push(sql`s.family_slug = ${filters.family}`);
  if (filters.challenges.length > 0) conditions.push(sql`s.challenges && ${textArray(filters.challenges)}`);
  if (filters.periods.length > 0)
    conditions.push(
      sql`(${sql.join(
        filters.periods.map((period) => PERIOD_CONDITIONS[period]),
        sql` or `,
      )})`,
    );
  if (filters.words) {
    const query = wordsQuery(filters.words);
    conditions.push(query ? sql`s.words @@ to_tsquery('french_plain', ${query})` : sql`false`);
  }
  return sql.join(conditions, sql` and `);
}

const PERIOD_CONDITIONS: Record<Period, SQL> = {
  "deux-semaines": sql`(s.accepts_both_weeks and s.free_week_1 > 0 and s.free_week_2 > 0)`,
  "semaine-1": sql`(s.accepts_single_week and s.free_week_1 > 0)`,
  "semaine-2": sql`(s.accepts_single_week and s.free_week_2 > 0)`,
};

/** A reservation is an attribute of the asker's school: others neither see nor get the offer. */
function eligibilityCondition(asker: Eligibility | null): SQL {
  if (!asker) return sql`s.reserved_to is null`;
  return sql`(s.reserved_to is null
    or (s.reserved_to = 'rep' and ${asker.priorityEducation}::boolean)
    or (s.reserved_to = 'qpv' and ${asker.priorityDistrict}::boolean)
    or (s.reserved_to = 'schools' and ${asker.schoolUai} = any(s.reserved_schools)))`;
}

/** The box that holds the circle, read from the (band, longitude) index, then the circle itself. */
function withinRadius({ latitude, longitude }: GeoPoint, radiusKm: number): SQL[] {
  const degree = (Math.PI / 180) * EARTH_RADIUS_KM;
  const height = radiusKm / degree;
  const narrowest = Math.cos((Math.min(89, Math.abs(latitude) + height) * Math.PI) / 180);
  const width = height / narrowest;
  const bands = [latitude - height, latitude + height].map((edge) => Math.floor(edge / BAND_DEGREES));
  return [
    sql`s.band between ${bands[0]} and ${bands[1]}`,
    sql`s.longitude between ${longitude - width} and ${longitude + width}`,
    sql`great_circle_km(${latitude}::float8, ${longitude}::float8, s.latitude, s.longitude) <= ${radiusKm}::float8`,
  ];
}

/** Every word must be there, each read as the beginning of a word; empty when the text holds no letter or digit. */
export function wordsQuery(words: string): string {
  const terms = normaliseText(words).split(" ").filter(Boolean);
  return terms.map((term) => `${term}:*`).join(" & ");
}

function textArray(values: readonly string[]): SQL {
  return sql`${sql.param(`{${values.map((value) => JSON.stringify(value)).join(",")}}`)}::text[]`;
}
