import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import type { Territory } from "./territories/territories.ts";

export interface Municipality {
  inseeCode: string;
  name: string;
  type: string;
  departmentCode: string;
  postcodes: string[];
  population: number;
  latitude: number | null;
  longitude: number | null;
  approximate: boolean;
}

export type LocatedMunicipality = Municipality & { latitude: number; longitude: number };

/** A lycée as its row tells it. */
export interface LocatedSchool {
  uai: string;
  name: string;
  town: string;
  inseeCode: string | null;
  postcode: string | null;
  departmentCode: string | null;
  latitude: number;
  longitude: number;
  approximate: boolean;
  secondeEnrolment: number | null;
}

export interface Place {
  label: string;
  type: "commune" | "postcode" | "arrondissement" | "lycee" | Territory["type"];
  /**
   * INSEE code of a commune or an arrondissement; the postcode itself for a postcode; the UAI of a lycée; that of a
   * territory.
   */
  code: string;
  /** INSEE code of the commune (or arrondissement) that the place lies in; of the largest, for a territory. */
  inseeCode: string;
  lat: number;
  lon: number;
  approximate: boolean;
  departmentCode: string;
  name: string;
  postcode: string;
  /** A place that is searched whole, not around its point. */
  territory?: Territory;
}

export interface ResolvedPlace {
  best: Place;
  /** Homonyms of an exact name; when the name is not exact, the next guesses. */
  others: Place[];
  /** It only looks like what was typed, or lies in another territory: to be asked, never taken. */
  doubtful?: true;
}

/** A postcode that no commune of the official list bears (a CEDEX, a general one) and the commune that it serves. */
export interface LearntPostcode {
  postcode: string;
  inseeCode: string;
}

/** A town that was named exactly. */
export interface NamedTown {
  place: Place;
  population: number;
}

export interface PlaceIndex {
  /** Best first: quality of the match, then population. */
  search(query: string, limit?: number): Place[];
  /** The first that `search` proposes, and whether it may be taken without a question. */
  resolve(query: string): ResolvedPlace | null;
  /** The place of an address line: a town helped by its postcode, which may be a CEDEX or the town's INSEE code. */
  locate(town: string, postcode: string): Place | null;
  byInseeCode(code: string): Place | null;
  /** The town of exactly this name, the most peopled of them, or of this postcode; no guess. */
  named(text: string): NamedTown | null;
  nearestMunicipality(point: GeoPoint): Place | null;
  /** The most peopled communes of a box, the largest first. */
  largestWithin(box: GeoBox, limit: number): Place[];
  /** What holds the communes of these départements, with a margin; null when none is known. */
  boundsOf(departments: readonly string[]): GeoBox | null;
}

/** An index whose lycées come once it serves, and again after each import of schools; their addresses teach it postcodes. */
export interface LivePlaceIndex extends PlaceIndex {
  replaceSchools(schools: readonly LocatedSchool[]): void;
  learnPostcodes(postcodes: readonly LearntPostcode[]): void;
}

/** INSEE codes of the communes that have arrondissements: Paris, Lyon and Marseille. */
export const DIVIDED_COMMUNES: ReadonlySet<string> = new Set(["75056", "69123", "13055"]);

/** The commune that an arrondissement is part of; any other commune is whole. */
export function wholeCommune(inseeCode: string): string {
  if (/^751[012]\d$/.test(inseeCode)) return "75056";
  if (/^6938[1-9]$/.test(inseeCode)) return "69123";
  return /^132[01]\d$/.test(inseeCode) ? "13055" : inseeCode;
}

/** The postcode a town is known by: the roundest of its own. */
export function mainPostcode(row: Municipality): string {
  const roundness = (code: string): number => /0*$/.exec(code)?.[0].length ?? 0;
  return [...row.postcodes].sort((a, b) => roundness(b) - roundness(a) || (a < b ? -1 : 1))[0] ?? "";
}

export function municipalityPlace(row: LocatedMunicipality): Place {
  return {
    label: `${row.name} (${row.departmentCode})`,
    type: row.type === "arrondissement" ? "arrondissement" : "commune",
    code: row.inseeCode,
    inseeCode: row.inseeCode,
    lat: row.latitude,
    lon: row.longitude,
    approximate: row.approximate,
    departmentCode: row.departmentCode,
    name: row.name,
    postcode: mainPostcode(row),
  };
}
