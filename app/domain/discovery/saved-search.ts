import type { SearchFilters } from "#app/domain/search/search-filters.ts";
import type { Failure } from "#app/kernel/result.ts";

/** More would be a list that nobody keeps in mind. */
export const MAX_SAVED_SEARCHES = 10;

/** `instant`: as soon as the hour is good; `daily`: with the next morning. Never more than one letter a day. */
export const ALERT_FREQUENCIES = ["instant", "daily"] as const;
export type AlertFrequency = (typeof ALERT_FREQUENCIES)[number];

export type SaveSearchFailure =
  Failure<"no_campaign" | "asks_nothing" | "already_saved"> | { code: "too_many_searches"; max: number };

/** What a saved search asks of an offer: the filters of a search. */
export interface SearchCriteria extends Pick<
  SearchFilters,
  "center" | "departments" | "radiusKm" | "sectors" | "family" | "challenges" | "periods" | "words"
> {
  /** As its owner named it; empty, with its point and its départements, for the whole country. */
  place: string | null;
}

/** Nothing is asked: every offer of the country would be an alert. */
export function asksNothing(criteria: SearchCriteria): boolean {
  const { center, departments = [], sectors, family, challenges, words } = criteria;
  return !center && departments.length === 0 && !family && !words && sectors.length + challenges.length === 0;
}

/** The query of `/offres` that runs the search again, the newest offers first. */
export function searchQueryOf(criteria: SearchCriteria): URLSearchParams {
  const { place, center, departments = [], radiusKm, sectors, family, challenges, periods, words } = criteria;
  const around: [string, string][] = center
    ? [
        ["lieu", place ?? ""],
        ["lat", String(center.latitude)],
        ["lon", String(center.longitude)],
        ["rayon", String(radiusKm)],
      ]
    : departments.length > 0
      ? [["lieu", place ?? ""]]
      : [];
  const several = (name: string, values: readonly string[]) =>
    values.map((value): [string, string] => [name, value]);
  return new URLSearchParams([
    ...around,
    ...several("secteur", sectors),
    ...several("famille", family ? [family] : []),
    ...several("defi", challenges),
    ...several("periode", periods),
    ...several("q", words ? [words] : []),
    // Without a place they are words, were they the name of a town.
    ...several("saisie", words && !place ? [words] : []),
    ["tri", "recentes"],
  ]);
}
