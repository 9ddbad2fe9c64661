import type { Geocoder } from "#app/domain/reference/geocoder.ts";
import { withoutQualifiers } from "#app/domain/reference/place-query.ts";
import { canonicalPlace } from "#app/domain/reference/place-text.ts";
import { STREET_WORDS } from "#app/domain/reference/street-words.ts";
import type { Place, PlaceIndex, ResolvedPlace } from "#app/domain/reference/place.ts";
import { greatCircleKm, type GeoPoint } from "#app/kernel/geo.ts";
import { readPlaceQuery, type SearchQuery } from "./search-filters.ts";

export type SearchPlace =
  | { kind: "none" }
  /** Nothing bears this name; `guesses` only look like it, and are asked. */
  | { kind: "unknown"; typed: string; guesses?: string[] }
  /** A street was typed: only its commune, and a point rounded to about a kilometre, may stay in the URL. */
  | { kind: "address"; label: string; lat: string; lon: string }
  | { kind: "found"; label: string; center: GeoPoint; approximate: boolean; others: string[] }
  /** Searched whole, without distances. */
  | { kind: "territory"; label: string; inside: string; departments: readonly string[]; others: string[] };

/** What a place asks of the offers: to be in its circle, or in one of its départements. */
export function areaOf(where: SearchPlace): { center: GeoPoint | null; departments: readonly string[] } {
  return {
    center: where.kind === "found" ? where.center : null,
    departments: where.kind === "territory" ? where.departments : [],
  };
}

/** A point rounded to two decimals lies at most 0.8 km from the place it was rounded from. */
const SAME_PLACE_KM = 1;

/** Where to search: the point given, else the best match of the typed text, with its homonyms. */
export function findSearchPlace(
  places: PlaceIndex,
  { place: typed, center }: Pick<SearchQuery, "place" | "center">,
): SearchPlace {
  if (center) return aroundPoint(places, typed, center);
  if (!typed) return { kind: "none" };
  const resolved = places.resolve(typed);
  if (!resolved) return { kind: "unknown", typed };
  const { best, others, doubtful } = resolved;
  if (doubtful) return { kind: "unknown", typed, guesses: [best, ...others].map(({ label }) => label) };
  if (best.territory) {
    const { type, label, inside, departments: codes } = best.territory;
    // The whole country holds every offer: nothing is left to ask.
    const departments = type === "pays" ? [] : codes;
    return { kind: "territory", label, inside, departments, others: others.map((other) => other.label) };
  }
  if (best.type !== "lycee" && isStreetAddress(withoutQualifiers(typed), best)) {
    // Homonyms are told again where the redirect leads: the name stays without its département.
    const label = others.length > 0 ? best.name : `${best.name} (${best.departmentCode})`;
    return { kind: "address", label, lat: best.lat.toFixed(2), lon: best.lon.toFixed(2) };
  }
  return found(best.label, { latitude: best.lat, longitude: best.lon }, resolved);
}

/** The same, around the point of the street itself when the geocoder knows it. */
export async function locateSearchPlace(
  { places, geocoder }: { places: PlaceIndex; geocoder: Geocoder },
  query: Pick<SearchQuery, "place" | "center">,
): Promise<SearchPlace> {
  const where = findSearchPlace(places, query);
  const street = where.kind === "address" || (where.kind === "unknown" && isStreetAddress(where.typed));
  const address = street && query.place ? await geocoder.locate(query.place) : null;
  const commune = address?.approximate === false ? places.byInseeCode(address.inseeCode) : null;
  if (!address || !commune) return where;
  return {
    kind: "address",
    label: commune.label,
    lat: address.latitude.toFixed(2),
    lon: address.longitude.toFixed(2),
  };
}

export interface DistanceShown {
  km: number;
  from: string;
  approximate: boolean;
}

/** How far an offer is from the place that the query of its page names, if it names one. */
export function distanceOnPage(
  places: PlaceIndex,
  query: URLSearchParams,
  offer: GeoPoint & { approximate: boolean },
): DistanceShown | null {
  const where = findSearchPlace(places, readPlaceQuery(query));
  if (where.kind !== "found") return null;
  return {
    km: greatCircleKm(where.center, offer),
    from: where.label,
    approximate: where.approximate || offer.approximate,
  };
}

/** A text given with a point only names it: homonyms are told when it is their best match that is meant. */
function aroundPoint(places: PlaceIndex, typed: string | null, center: GeoPoint): SearchPlace {
  const resolved = typed ? places.resolve(typed) : null;
  if (
    resolved &&
    !resolved.doubtful &&
    !resolved.best.territory &&
    greatCircleKm(center, { latitude: resolved.best.lat, longitude: resolved.best.lon }) < SAME_PLACE_KM
  )
    return found(resolved.best.label, center, resolved);
  const label = typed ?? places.nearestMunicipality(center)?.label ?? "ce point";
  return { kind: "found", label, center, approximate: false, others: [] };
}

function found(label: string, center: GeoPoint, { best, others }: ResolvedPlace): SearchPlace {
  return {
    kind: "found",
    label,
    center,
    approximate: best.approximate,
    others: others.map((other) => other.label),
  };
}

/** More than a town was typed: what is left once the place's own words are taken away reads like a street. */
function isStreetAddress(typed: string, place?: Place): boolean {
  const own = new Set(
    canonicalPlace(place ? `${place.name} ${place.label} ${place.postcode}` : "").split(" "),
  );
  const rest = canonicalPlace(typed)
    .replace(/\bcedex\b.*$/, "")
    .split(" ")
    .filter((word) => word && !own.has(word) && !/^\d{5}$/.test(word));
  const numbered =
    rest.some((word) => /^\d{1,4}[a-z]?$/.test(word)) && rest.some((word) => /^[a-z]{2,}$/.test(word));
  return numbered || rest.some((word) => STREET_WORDS.has(word)) || rest.length > 3;
}
