import type { GeoBox, GeoPoint } from "#app/kernel/geo.ts";
import type { Match } from "./place-keys.ts";
import { PlaceLookup } from "./place-lookup.ts";
import { PlaceNames } from "./place-names.ts";
import { PostcodeIndex } from "./place-postcodes.ts";
import { parsePlaceQuery } from "./place-query.ts";
import { compactPlace, departmentsOfPostcode } from "./place-text.ts";
import { SchoolPlaces } from "./school-places.ts";
import { DIVIDED_COMMUNES, municipalityPlace } from "./place.ts";
import type {
  LearntPostcode,
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

/**
 * Index of the communes in memory, of the territories, and of the lycées it is given. It is made once for each process
 * (0.3 s, about 20 MB) and holds no more than what it was given: make it again after an import of places.
 */
export function createPlaceIndex(
  municipalities: Municipality[],
  postcodes: readonly LearntPostcode[] = [],
): LivePlaceIndex {
  const index = new MemoryPlaceIndex(municipalities);
  index.learnPostcodes(postcodes);
  return index;
}

class MemoryPlaceIndex implements LivePlaceIndex {
  /** Sorted by population: a smaller row number is a larger town. */
  private readonly rows: LocatedMunicipality[];
  private readonly byCode: Map<string, number>;
  private readonly postcodes: PostcodeIndex;
  private readonly names: PlaceNames;
  private readonly lookup: PlaceLookup;

  constructor(municipalities: Municipality[]) {
    this.rows = municipalities
      .filter((row): row is LocatedMunicipality => row.latitude !== null && row.longitude !== null)
      .sort((a, b) => b.population - a.population || (a.inseeCode < b.inseeCode ? -1 : 1));
    this.byCode = new Map(this.rows.map((row, index) => [row.inseeCode, index]));
    this.postcodes = new PostcodeIndex(this.rows);
    this.names = new PlaceNames(this.rows, this.byCode);
    this.lookup = new PlaceLookup(this.rows, this.byCode, this.postcodes, this.names);
  }

  replaceSchools(schools: readonly LocatedSchool[]): void {
    this.lookup.schools = new SchoolPlaces(schools, (code) => this.byInseeCode(code));
  }

  learnPostcodes(postcodes: readonly LearntPostcode[]): void {
    this.postcodes.learn(postcodes, this.byCode);
  }

  search(text: string, limit = MAX_RESULTS): Place[] {
    return this.lookup.look(text, limit).places.slice(0, limit);
  }

  resolve(text: string): ResolvedPlace | null {
    const { places, others, sure } = this.lookup.look(text, MAX_RESULTS);
    return places[0] ? { best: places[0], others, ...(!sure && { doubtful: true }) } : null;
  }

  locate(town: string, postcode: string): Place | null {
    const query = parsePlaceQuery(townName(town));
    const quarter = this.names.quarter(query);
    if (quarter !== undefined) return this.place(quarter);
    const code = postcode.toUpperCase();
    const near = this.names.find(query.name, this.names.inDepartments(departmentsOfPostcode(code)), 1)[0];
    const shared = this.postcodes.rowsAt(code);
    if (shared) return this.locateInPostcode(query.name, code, shared, near);
    const asInsee = this.byInseeCode(code);
    // Five digits are a postcode unless the town says that they are its own code.
    if (asInsee && (sameTown(query.name, asInsee.name) || /^2[AB]/.test(code))) return asInsee;
    if (near) return this.place(near.row);
    const [first, second] = this.names.find(query.name, null, 2);
    // Without a département to confirm it, a name is believed only when a single commune bears it.
    return first?.exact && !second?.exact ? this.place(first.row) : null;
  }

  /** The postcode is known: it is believed before a town that is only nearly the one that was written. */
  private locateInPostcode(name: string, postcode: string, shared: number[], near: Match | undefined): Place {
    const inside = this.names.find(name, (row) => shared.includes(row), 1)[0];
    if (inside && (inside.exact || !near?.exact))
      return this.place(this.lookup.quarterOf(inside.row, shared));
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
    const filter = query.departments && this.names.inDepartments(query.departments);
    const row = this.names.quarter(query) ?? this.names.exact(name, filter, 1)[0]?.row;
    return row === undefined ? null : this.town(this.place(row), row);
  }

  private town(place: Place, row: number): NamedTown {
    return { place, population: this.rows[row]?.population ?? 0 };
  }

  byInseeCode(code: string): Place | null {
    const row = this.byCode.get(code);
    return row === undefined ? null : this.place(row);
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

  boundsOf(departments: readonly string[]): GeoBox | null {
    let box: GeoBox | null = null;
    for (const { departmentCode, latitude, longitude } of this.rows) {
      if (!departments.includes(departmentCode)) continue;
      box ??= { south: latitude, west: longitude, north: latitude, east: longitude };
      box.south = Math.min(box.south, latitude);
      box.north = Math.max(box.north, latitude);
      box.west = Math.min(box.west, longitude);
      box.east = Math.max(box.east, longitude);
    }
    return box && widened(box);
  }

  private place(row: number): Place {
    return municipalityPlace(this.rows[row] as LocatedMunicipality);
  }
}

/** Communes are told by a point: their land goes further. */
const MARGIN_DEGREES = 0.1;

function widened({ south, west, north, east }: GeoBox): GeoBox {
  return {
    south: south - MARGIN_DEGREES,
    west: west - MARGIN_DEGREES,
    north: north + MARGIN_DEGREES,
    east: east + MARGIN_DEGREES,
  };
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
