import { challenges, type Challenge } from "#app/domain/reference/challenges.ts";
import type { SectorFamily } from "#app/domain/reference/sector-family.ts";
import type { GeoPoint } from "#app/kernel/geo.ts";
import { normaliseText } from "#app/kernel/text.ts";

export const RADII_KM = [5, 10, 20, 30, 60, 100] as const;
const DEFAULT_RADIUS_KM = 30;

export const PERIODS = ["deux-semaines", "semaine-1", "semaine-2"] as const;
export type Period = (typeof PERIODS)[number];

export const SORTS = ["distance", "pertinence", "recentes"] as const;
export type Sort = (typeof SORTS)[number];

const VIEWS = ["liste", "carte"] as const;
export type SearchView = (typeof VIEWS)[number];

/** A search as the database is asked it: every value is known and usable. */
export interface SearchFilters {
  campaignId: string;
  center: GeoPoint | null;
  radiusKm: number;
  /** Codes of a territory searched whole, instead of a circle. */
  departments?: readonly string[];
  sectors: string[];
  family: string | null;
  challenges: Challenge[];
  periods: Period[];
  words: string | null;
  sort: Sort;
  /** Families that interest the asker: they count more in "pertinence", and filter nothing. */
  interests?: readonly string[];
  /** Where distances are told from when no place is searched; filters nothing. */
  home?: GeoPoint | null;
}

/** Values of the query string that could not be used, told above the results. */
export type IgnoredFilter =
  | "rayon"
  | "secteur"
  | "famille"
  | "famille-du-secteur"
  | "defi"
  | "periode"
  | "q"
  | "tri"
  | "vue"
  | "point"
  | "curseur"
  | "plusieurs";

/** What the query string says; the place is still a text, and the sort what was wished. */
export interface SearchQuery extends Omit<SearchFilters, "campaignId" | "sort"> {
  place: string | null;
  sort: Sort | null;
  view: SearchView;
  cursor: string | null;
  ignored: IgnoredFilter[];
}

const MAX_WORDS = 100;
const MAX_PLACE = 120;

/** Reads the query of `/offres`. An unusable value is left out and named in `ignored`; nothing is ever refused. */
export function readSearchQuery(query: URLSearchParams, families: readonly SectorFamily[]): SearchQuery {
  const ignored = new Set<IgnoredFilter>();
  const read = <Value>(name: IgnoredFilter, accept: (value: string) => Value | null): Value[] => {
    const typed = query.getAll(name).flatMap((value) => value.trim() || []);
    const usable = typed.flatMap((value) => accept(value) ?? []);
    if (usable.length < typed.length) ignored.add(name);
    return [...new Set(usable)] as Value[];
  };
  /** Of several values where one is asked for, the first. */
  const readOne = <Value extends string | number>(
    name: IgnoredFilter,
    accept: (value: string) => Value | null,
  ): Value | null => {
    const [first, ...more] = read(name, accept);
    if (more.length > 0) ignored.add("plusieurs");
    return first ?? null;
  };
  const among =
    <Value extends string>(values: readonly Value[]) =>
    (value: string) =>
      values.find((one) => one === value) ?? null;
  const sectorCodes = families.flatMap(({ sectors }) => sectors.map(({ code }) => code));
  const familySlugs = families.map(({ slug }) => slug);
  const sectors = read("secteur", among(sectorCodes));
  let family = readOne("famille", among(familySlugs));
  // Nothing is in both: without JavaScript a form sends the new choice beside the old one.
  if (family && sectors.length > 0 && !holdsOneOf(families, family, sectors)) {
    ignored.add("famille-du-secteur");
    family = null;
  }
  const searchable = (value: string) => (normaliseText(value) ? kept(value, MAX_WORDS) : null);

  return {
    ...readPlaceQuery(query, ignored),
    radiusKm:
      readOne("rayon", (value) => RADII_KM.find((one) => String(one) === value) ?? null) ?? DEFAULT_RADIUS_KM,
    sectors,
    family,
    challenges: read("defi", among(challenges.map(({ slug }) => slug))),
    periods: read("periode", among(PERIODS)),
    words: readOne("q", searchable),
    sort: readOne("tri", among(SORTS)),
    view: readOne("vue", among(VIEWS)) ?? "liste",
    cursor: query.get("curseur") || null,
    ignored: [...ignored],
  };
}

function holdsOneOf(families: readonly SectorFamily[], family: string, codes: readonly string[]): boolean {
  return families.some(
    ({ slug, sectors }) => slug === family && sectors.some(({ code }) => codes.includes(code)),
  );
}

/** The sort that applies: distances need a place; `refused` when the wished one cannot be had. */
export function settleSort(
  wished: Sort | null,
  { center }: Pick<SearchFilters, "center">,
): { sort: Sort; refused: boolean } {
  const possible = possibleSorts({ center });
  if (wished && possible.includes(wished)) return { sort: wished, refused: false };
  return { sort: center ? "distance" : "recentes", refused: wished !== null };
}

export function possibleSorts({ center }: { center: unknown }): Sort[] {
  return SORTS.filter((sort) => sort !== "distance" || center);
}

/** The place alone: also read from the address of an offer's page. */
export function readPlaceQuery(
  query: URLSearchParams,
  ignored = new Set<IgnoredFilter>(),
): Pick<SearchQuery, "place" | "center"> {
  const [place = null, ...others] = new Set(
    query.getAll("lieu").flatMap((text) => kept(text, MAX_PLACE) || []),
  );
  if (others.length > 0) ignored.add("plusieurs");
  return {
    place,
    center: readCenter(query, ignored),
  };
}

/** A search may be saved, and no text of the database holds a NUL. */
function kept(text: string, length: number): string {
  return text.replaceAll("\0", "").trim().slice(0, length);
}

function readCenter(query: URLSearchParams, ignored: Set<IgnoredFilter>): GeoPoint | null {
  const texts = [query.get("lat")?.trim(), query.get("lon")?.trim()];
  if (texts.every((text) => !text)) return null;
  const [latitude = Number.NaN, longitude = Number.NaN] = texts.map((text) =>
    text ? Number(text) : Number.NaN,
  );
  if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  ignored.add("point");
  return null;
}
