import type { GeoPoint } from "#app/kernel/geo.ts";

export const RADII_KM = [5, 10, 20, 30, 60, 100] as const;
export const DEFAULT_RADIUS_KM = 30;

export const PERIODS = ["deux-semaines", "semaine-1", "semaine-2"] as const;
export type Period = (typeof PERIODS)[number];

export const SORTS = ["distance", "pertinence", "recentes"] as const;
export type Sort = (typeof SORTS)[number];

export const CHALLENGES = ["ecologie", "numerique", "economie-industrie", "solidarite"] as const;
export type Challenge = (typeof CHALLENGES)[number];

/** A search as the database is asked it: every value is known and usable. */
export interface SearchFilters {
  campaignId: string;
  center: GeoPoint | null;
  radiusKm: number;
  sectors: string[];
  family: string | null;
  challenges: Challenge[];
  periods: Period[];
  words: string | null;
  sort: Sort;
}

/** Values of the query string that could not be used, told above the results. */
export type IgnoredFilter =
  "rayon" | "secteur" | "famille" | "defi" | "periode" | "tri" | "lat" | "curseur" | "vue";

export interface SearchQuery extends Omit<SearchFilters, "campaignId"> {
  place: string | null;
  cursor: string | null;
  ignored: IgnoredFilter[];
}

const MAX_WORDS = 100;

/** Reads the query of `/offres`. An unusable value is left out and named in `ignored`; nothing is ever refused. */
export function readSearchQuery(
  query: URLSearchParams,
  known: { sectors: ReadonlySet<string>; families: ReadonlySet<string> },
): SearchQuery {
  const ignored = new Set<IgnoredFilter>();
  const many = <Value extends string>(
    name: IgnoredFilter,
    accept: (value: string) => value is Value,
  ): Value[] => {
    const values = query.getAll(name).filter((value) => value !== "");
    if (!values.every(accept)) ignored.add(name);
    return [...new Set(values.filter(accept))];
  };
  const one = <Value>(name: IgnoredFilter, read: (value: string) => Value | null): Value | null => {
    const value = query.get(name)?.trim();
    if (!value) return null;
    const usable = read(value);
    if (usable === null) ignored.add(name);
    return usable;
  };

  const place = query.get("lieu")?.trim().slice(0, 120) || null;
  const center = readCenter(query, ignored);
  const words = query.get("q")?.trim().slice(0, MAX_WORDS) || null;
  const sort = one("tri", (value) => SORTS.find((known) => known === value) ?? null);
  return {
    place,
    center,
    radiusKm:
      one("rayon", (value) => RADII_KM.find((known) => String(known) === value) ?? null) ?? DEFAULT_RADIUS_KM,
    sectors: many("secteur", (value): value is string => known.sectors.has(value)),
    family: one("famille", (value) => (known.families.has(value) ? value : null)),
    challenges: many("defi", (value): value is Challenge =>
      (CHALLENGES as readonly string[]).includes(value),
    ),
    periods: many("periode", (value): value is Period => (PERIODS as readonly string[]).includes(value)),
    words,
    sort: sort ?? (center || place ? "distance" : "recentes"),
    cursor: query.get("curseur") || null,
    ignored: [...ignored],
  };
}

function readCenter(query: URLSearchParams, ignored: Set<IgnoredFilter>): GeoPoint | null {
  const texts = [query.get("lat")?.trim(), query.get("lon")?.trim()];
  if (texts.every((text) => !text)) return null;
  const [latitude, longitude] = texts.map((text) => (text ? Number(text) : Number.NaN));
  if (
    latitude === undefined ||
    longitude === undefined ||
    !(Math.abs(latitude) <= 90) ||
    !(Math.abs(longitude) <= 180)
  ) {
    ignored.add("lat");
    return null;
  }
  return { latitude, longitude };
}
