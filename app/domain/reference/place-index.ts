import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import { placeAliases } from "./place-aliases.ts";
import { buildPlaceKeys, fuzzyMatches, prefixMatches } from "./place-keys.ts";
import type { Match, PlaceKeys, RowFilter } from "./place-keys.ts";
import { PostcodeIndex } from "./place-postcodes.ts";
import { compactPlace, departmentsOfPostcode, parsePlaceQuery } from "./place-text.ts";
import type { PlaceQuery } from "./place-text.ts";
import { namesLycee, SchoolPlaces } from "./school-places.ts";
import { DIVIDED_COMMUNES, municipalityPlace } from "./place.ts";
import type {
  LivePlaceIndex,
  LocatedMunicipality,
  LocatedSchool,
  Municipality,
  NamedTown,
  Place,
  ResolvedPlace,
} from "./place.ts";

export type { Municipality, PlaceIndex } from "./place.ts";

const MAX_RESULTS = 8;
/** Beside communes: sixty lycées bear the name of Saint-Joseph. */
const MAX_LYCEES = 3;
/** INSEE code before that of the first arrondissement. */
const QUARTER_BASE: Record<string, number> = { paris: 75100, lyon: 69380, marseille: 13200 };

/**
 * Index of the communes in memory, and of the lycées it is given. It is made once for each process (0.3 s, about 20 MB)
 * and holds no more than what it was given: make it again after an import of places.
 */
export function createPlaceIndex(municipalities: Municipality[]): LivePlaceIndex {
  return new MemoryPlaceIndex(municipalities);
}

class MemoryPlaceIndex implements LivePlaceIndex {
  /** Sorted by population: a smaller row number is a larger town. */
  private readonly rows: LocatedMunicipality[];
  private readonly byCode: Map<string, number>;
  private readonly postcodes: PostcodeIndex;
  private readonly keys: PlaceKeys;
  private schools = new SchoolPlaces([], () => null);

  constructor(municipalities: Municipality[]) {
    this.rows = municipalities
      .filter((row): row is LocatedMunicipality => row.latitude !== null && row.longitude !== null)
      .sort((a, b) => b.population - a.population || (a.inseeCode < b.inseeCode ? -1 : 1));
    this.byCode = new Map(this.rows.map((row, index) => [row.inseeCode, index]));
    this.postcodes = new PostcodeIndex(this.rows);
    this.keys = buildPlaceKeys(this.rows, this.byCode, placeAliases);
  }

  replaceSchools(schools: readonly LocatedSchool[]): void {
    this.schools = new SchoolPlaces(schools, (code) => this.byInseeCode(code));
  }

  search(text: string, limit = MAX_RESULTS): Place[] {
    const query = parsePlaceQuery(text);
    const known = query.inseeCode ? this.byInseeCode(query.inseeCode) : this.schools.withUai(text.trim());
    if (query.inseeCode || known) return known ? [known] : [];
    if (query.postcode && query.name === "") return this.searchPostcode(query.postcode, limit);
    const asked = namesLycee(text) ? this.schools.search(text, limit, { guess: true }) : [];
    if (asked.length > 0) return asked.map(({ place }) => place);
    const beside = query.postcode ? this.besidePostcode(text, query, query.postcode, limit) : [];
    if (beside.length > 0) return beside;
    const communes = this.matches(query, limit).map(({ row, tier }) => ({ place: this.place(row), tier }));
    const guess = communes.length === 0;
    const lycees = this.schools.search(text, guess ? limit : MAX_LYCEES, { guess });
    const found = [...communes, ...lycees].sort((a, b) => a.tier - b.tier).slice(0, limit);
    return found.length > 0 ? found.map(({ place }) => place) : this.searchAddress(query, limit);
  }

  resolve(text: string): ResolvedPlace | null {
    const [best, ...rest] = this.search(text);
    if (!best) return null;
    if (best.type === "postcode")
      return { best, others: rest.filter((other) => other.code !== best.inseeCode) };
    if (best.type === "lycee") {
      const [tier, ...others] = this.schools.search(text, MAX_RESULTS, { guess: true });
      return { best, others: others.filter((one) => one.tier === tier?.tier).map(({ place }) => place) };
    }
    const [first, ...others] = this.matches(parsePlaceQuery(text), MAX_RESULTS);
    if (!first?.exact || this.code(first.row) !== best.code) return { best, others: rest };
    return {
      best,
      others: others.filter((match) => match.tier === first.tier).map((match) => this.place(match.row)),
    };
  }

  locate(town: string, postcode: string): Place | null {
    const query = parsePlaceQuery(townName(town));
    const quarter = this.quarter(query);
    if (quarter !== undefined) return this.place(quarter);
    const code = postcode.toUpperCase();
    const departments = departmentsOfPostcode(code);
    const near = this.byName(
      query.name,
      (row) => departments.includes(this.rows[row]?.departmentCode ?? ""),
      1,
    )[0];
    const shared = this.postcodes.rowsAt(code);
    if (shared) return this.locateInPostcode(query.name, code, shared, near);
    const asInsee = this.byInseeCode(code);
    if (asInsee && sameTown(query.name, asInsee.name)) return asInsee;
    if (near) return this.place(near.row);
    if (asInsee) return asInsee;
    const [first, second] = this.byName(query.name, null, 2);
    // Without a département to confirm it, a name is believed only when a single commune bears it.
    return first?.exact && !second?.exact ? this.place(first.row) : null;
  }

  /** The postcode is known: it is believed before a town that is only nearly the one that was written. */
  private locateInPostcode(name: string, postcode: string, shared: number[], near: Match | undefined): Place {
    const inside = this.byName(name, (row) => shared.includes(row), 1)[0];
    if (inside && (inside.exact || !near?.exact)) return this.place(this.quarterOf(inside.row, shared));
    return near?.exact ? this.place(near.row) : this.postcodes.place(postcode);
  }

  named(text: string): NamedTown | null {
    const query = parsePlaceQuery(text);
    const { postcode, name, inseeCode } = query;
    if (inseeCode) return null;
    if (postcode && name === "") {
      const shared = this.postcodes.rowsAt(postcode);
      return shared ? this.town(this.postcodes.place(postcode), this.postcodes.mainRow(shared)) : null;
    }
    const row = this.quarter(query) ?? this.exactRow(query);
    return row === undefined ? null : this.town(this.place(row), row);
  }

  /** The most peopled commune of this name, in the département if one was typed. */
  private exactRow(query: PlaceQuery): number | undefined {
    const compact = compactPlace(query.name);
    const departments = departmentsOf(query);
    const filter =
      departments && ((row: number) => departments.includes(this.rows[row]?.departmentCode ?? ""));
    const [first] = compact === "" ? [] : prefixMatches(this.keys, compact, filter, 1);
    return first?.exact ? first.row : undefined;
  }

  private town(place: Place, row: number): NamedTown {
    return { place, population: this.rows[row]?.population ?? 0 };
  }

  byInseeCode(code: string): Place | null {
    return this.known(code)[0] ?? null;
  }

  nearestMunicipality(point: GeoPoint): Place | null {
    const shrink = Math.cos((point.latitude * Math.PI) / 180);
    let best: LocatedMunicipality | null = null;
    let least = Infinity;
    for (const row of this.rows) {
      const north = row.latitude - point.latitude;
      const east = (row.longitude - point.longitude) * shrink;
      const square = north * north + east * east;
      if (square < least && !DIVIDED_COMMUNES.has(row.inseeCode)) {
        least = square;
        best = row;
      }
    }
    return best && municipalityPlace(best);
  }

  largestWithin({ south, west, north, east }: GeoBox, limit: number): Place[] {
    const found: Place[] = [];
    for (const row of this.rows) {
      if (found.length === limit) break;
      const inside =
        row.latitude >= south && row.latitude <= north && row.longitude >= west && row.longitude <= east;
      if (inside && row.type === "commune") found.push(municipalityPlace(row));
    }
    return found;
  }

  private place(row: number): Place {
    return municipalityPlace(this.rows[row] as LocatedMunicipality);
  }

  private code(row: number): string {
    return this.rows[row]?.inseeCode ?? "";
  }

  private known(code: string): Place[] {
    const row = this.byCode.get(code);
    return row === undefined ? [] : [this.place(row)];
  }

  private byName(name: string, filter: RowFilter, limit: number): Match[] {
    const compact = compactPlace(name);
    if (compact === "") return [];
    const found = prefixMatches(this.keys, compact, filter, limit);
    if (found[0]?.exact) return found;
    const glued = /^ste?(?=[a-z]{3})/.exec(compact)?.[0];
    if (found.length === 0 && glued) {
      const opened = (glued === "st" ? "saint" : "sainte") + compact.slice(glued.length);
      const named = prefixMatches(this.keys, opened, filter, limit);
      if (named.length > 0) return named;
    }
    return fuzzyMatches(this.keys, compact, filter, limit, found);
  }

  private matches(query: PlaceQuery, limit: number): Match[] {
    const quarter = this.quarter(query);
    if (quarter !== undefined) return [{ row: quarter, tier: 0, exact: true }];
    const departments = departmentsOf(query);
    if (departments) {
      const inside = this.byName(
        query.name,
        (row) => departments.includes(this.rows[row]?.departmentCode ?? ""),
        limit,
      );
      if (inside.length > 0) return inside;
    }
    return this.byName(query.name, null, limit);
  }

  private searchPostcode(postcode: string, limit: number): Place[] {
    if (postcode.length < 5) return this.postcodes.startingWith(postcode, limit);
    const shared = this.postcodes.rowsAt(postcode);
    if (!shared) return this.known(postcode);
    const quarters = shared.filter((row) => this.rows[row]?.type === "arrondissement");
    const communes = quarters.length > 0 ? quarters : shared;
    const listed = communes.length > 1 || quarters.length > 0 ? communes.map((row) => this.place(row)) : [];
    return [this.postcodes.place(postcode), ...listed].slice(0, limit);
  }

  /** A name with its postcode: the communes of this postcode that bear the name. */
  private besidePostcode(text: string, query: PlaceQuery, postcode: string, limit: number): Place[] {
    const shared = this.postcodes.rowsAt(postcode);
    const first = shared && this.byName(query.name, (row) => shared.includes(row), limit);
    if (!shared || !first?.[0]) return [];
    const rows = [...new Set(first.map((match) => this.quarterOf(match.row, shared)))];
    const places = rows.map((row) => this.place(row));
    // A label of ours, "94240 – L'Haÿ-les-Roses", finds its own postcode again.
    const isLabel = /^\s*\d{5}\b/.test(text) && rows[0] === this.postcodes.mainRow(shared);
    return (isLabel ? [this.postcodes.place(postcode), ...places] : places).slice(0, limit);
  }

  /** Paris with the postcode 75015 is its 15th arrondissement. */
  private quarterOf(row: number, shared: number[]): number {
    return DIVIDED_COMMUNES.has(this.code(row)) ? this.postcodes.mainRow(shared) : row;
  }

  private quarter(query: PlaceQuery): number | undefined {
    if (query.arrondissement === null) return undefined;
    return this.byCode.get(String((QUARTER_BASE[query.name] ?? 0) + query.arrondissement));
  }

  /** A street address without a geocoder: its postcode, else the town that its last words name exactly. */
  private searchAddress(query: PlaceQuery, limit: number): Place[] {
    if (query.postcode) return this.searchPostcode(query.postcode, limit);
    const words = query.name.split(" ");
    for (let from = 1; from < words.length; from += 1) {
      const ending = compactPlace(words.slice(from).join(" "));
      const named = prefixMatches(this.keys, ending, null, limit).filter((match) => match.exact);
      if (named.length > 0) return named.map((match) => this.place(match.row));
    }
    return [];
  }
}

function departmentsOf(query: PlaceQuery): string[] | null {
  if (query.postcode) return departmentsOfPostcode(query.postcode);
  if (query.department === null) return null;
  return query.department === "20" ? ["2A", "2B"] : [query.department];
}

function sameTown(name: string, official: string): boolean {
  return name !== "" && compactPlace(parsePlaceQuery(official).name).startsWith(compactPlace(name));
}

/** Town of an address file: "Vans (Les)" puts its article last, "Amilly (Montargis)" adds a neighbour. */
function townName(town: string): string {
  const aside = /^(.+?)\s*\(([^)]*)\)\s*$/.exec(town);
  if (!aside) return town;
  return /^(?:le|la|les|l')$/i.test(aside[2] ?? "") ? `${aside[2]} ${aside[1]}` : (aside[1] ?? town);
}
