import { cleanIdentifier } from "#app/kernel/clean-text.ts";
import { isAbroad } from "./territories/abroad.ts";
import { BEGUN_TIER, ONE_TYPO_TIER, type Match } from "./place-keys.ts";
import type { PlaceNames } from "./place-names.ts";
import type { PostcodeIndex } from "./place-postcodes.ts";
import { parsePlaceQuery, type PlaceQuery } from "./place-query.ts";
import { canonicalPlace, departmentsOfPostcode } from "./place-text.ts";
import { DIVIDED_COMMUNES, municipalityPlace } from "./place.ts";
import type { LocatedMunicipality, Place } from "./place.ts";
import { namesLycee, SchoolPlaces } from "./school-places.ts";
import {
  saysTerritory,
  territoriesLike,
  territoryNamed,
  territoryOfCode,
} from "./territories/territories.ts";
import type { Territory } from "./territories/territories.ts";
import { territoryPlace } from "./territories/territory-place.ts";

/** What a text may mean, best first; `others` could be meant as well as the best, which is taken at once when `sure`. */
export interface Found {
  places: Place[];
  others: Place[];
  sure: boolean;
}

const NOTHING: Found = { places: [], others: [], sure: false };
/** Beside communes: sixty lycées bear the name of Saint-Joseph. */
const MAX_LYCEES = 3;
const MAX_TERRITORIES = 2;
/** Grenade and Valence are ours too; the village of Suisse is not what most people mean. */
const KNOWN_TOWN = 2000;
/** A town of this size is meant before the territory of the same name: Vienne, Mayenne. */
const LARGE_TOWN = 10_000;

interface Guess {
  place: Place;
  tier: number;
  sure: boolean;
  /** Among guesses of one tier: large towns, territories, other communes, lycées. */
  rank: number;
  exact: boolean;
}

/** The one reading of typed places: completion proposes what it finds, and a search takes the first. */
export class PlaceLookup {
  schools = new SchoolPlaces([], () => null);
  /** Each is summed up once from all its communes. */
  private readonly territories = new Map<string, Place>();

  private readonly rows: LocatedMunicipality[];
  private readonly byCode: ReadonlyMap<string, number>;
  private readonly postcodes: PostcodeIndex;
  private readonly names: PlaceNames;

  constructor(
    rows: LocatedMunicipality[],
    byCode: ReadonlyMap<string, number>,
    postcodes: PostcodeIndex,
    names: PlaceNames,
  ) {
    this.rows = rows;
    this.byCode = byCode;
    this.postcodes = postcodes;
    this.names = names;
  }

  look(text: string, limit: number): Found {
    const canonical = canonicalPlace(text);
    if (canonical === "") return NOTHING;
    const lycee = this.schools.withUai(cleanIdentifier(text));
    if (lycee) return surely([lycee]);
    const told = saysTerritory(canonical) ? territoryNamed(canonical) : null;
    const coded = told ?? territoryOfCode(canonical);
    if (coded) {
      const begun = told ? [] : this.postcodes.startingWith(canonical, limit - 1);
      return surely([this.territory(coded), ...begun]);
    }
    const query = parsePlaceQuery(text);
    if (query.inseeCode) return surely(this.known(query.inseeCode));
    if (query.postcode && query.name === "") return this.lookPostcode(query.postcode, limit);
    if (query.abroad) return this.lookAbroad(query, canonical, limit);
    const lycees = namesLycee(text) ? this.schools.search(text, limit, { guess: true }) : [];
    if (lycees.length > 0) return settled(lycees.map((one) => ({ ...one, rank: 3, exact: true })));
    if (query.postcode) return this.besidePostcode(query, query.postcode, limit);
    return this.lookName(text, query, limit);
  }

  private lookName(text: string, query: PlaceQuery, limit: number): Found {
    const { found, elsewhere } = this.names.matches(query, limit);
    const named = territoryNamed(canonicalPlace(text));
    const communes = (named && elsewhere ? [] : found).map((match): Guess => {
      const place = this.place(match.row);
      const sure = !elsewhere && (this.names.isSure(match, query.name) || match.exact);
      const rank = (this.rows[match.row]?.population ?? 0) >= LARGE_TOWN ? 0 : 2;
      return { place, tier: match.tier, sure, rank, exact: match.exact };
    });
    const isWhole = query.departments === null && query.arrondissement === null;
    const territories = named
      ? [this.guess(named, 0)]
      : isWhole
        ? this.likeTerritories(query.name, found)
        : [];
    const guess = communes.length + territories.length === 0;
    const lycees = this.schools.search(text, guess ? limit : MAX_LYCEES, { guess });
    const all = [...communes, ...territories, ...lycees.map((one) => ({ ...one, rank: 3, exact: true }))];
    return all.length > 0
      ? settled(all.sort((a, b) => a.tier - b.tier || a.rank - b.rank).slice(0, limit))
      : this.lookEnd(query, limit);
  }

  private likeTerritories(name: string, communes: readonly Match[]): Guess[] {
    if (communes[0]?.exact) return [];
    const { begun, near } = territoriesLike(name);
    const guesses = [
      ...begun.map((one) => this.guess(one, BEGUN_TIER)),
      ...near.filter((one) => !begun.includes(one)).map((one) => this.guess(one, ONE_TYPO_TIER)),
    ];
    return guesses.slice(0, MAX_TERRITORIES);
  }

  private guess(territory: Territory, tier: number): Guess {
    return { place: this.territory(territory), tier, sure: true, rank: 1, exact: tier === 0 };
  }

  /** A street address without a geocoder nor a postcode: the town that its last words name exactly. */
  private lookEnd({ name, departments }: PlaceQuery, limit: number): Found {
    const inside = departments && this.names.endOf(name, this.names.inDepartments(departments), limit);
    const { found, apart } = inside?.found.length ? inside : this.names.endOf(name, null, limit);
    const places = found.map(({ row }) => this.place(row));
    return { places, others: places.slice(1), sure: apart && (!departments || found === inside?.found) };
  }

  /** Another country, or a town of one: our own town of this name, else communes to be asked about. */
  private lookAbroad({ name }: PlaceQuery, canonical: string, limit: number): Found {
    const rows = this.names.exact(name, null, limit);
    const places = (rows.length > 0 ? rows : this.names.begun(name, limit)).map(({ row }) => this.place(row));
    const large = rows[0] !== undefined && (this.rows[rows[0].row]?.population ?? 0) >= KNOWN_TOWN;
    return { places, others: places.slice(1), sure: large && isAbroad(canonical) && name === canonical };
  }

  private lookPostcode(postcode: string, limit: number): Found {
    if (postcode.length < 5) {
      const places = this.postcodes.startingWith(postcode, limit);
      return { places, others: places.slice(1), sure: false };
    }
    const shared = this.postcodes.rowsAt(postcode);
    if (!shared) return this.lookDepartment(postcode);
    const quarters = shared.filter((row) => this.rows[row]?.type === "arrondissement");
    const communes = quarters.length > 0 ? quarters : shared;
    const listed = communes.length > 1 || quarters.length > 0 ? communes.map((row) => this.place(row)) : [];
    return ofPostcode([this.postcodes.place(postcode), ...listed].slice(0, limit));
  }

  /** Nobody has told what this postcode serves: only its département is known. */
  private lookDepartment(postcode: string): Found {
    const territory = territoryOfCode(departmentsOfPostcode(postcode)[0]?.toLowerCase() ?? "");
    return { ...NOTHING, places: territory ? [this.territory(territory)] : [] };
  }

  /** A name with its postcode: the town, if the postcode or at least its département confirms it. */
  private besidePostcode(query: PlaceQuery, postcode: string, limit: number): Found {
    const shared = this.postcodes.rowsAt(postcode);
    const around = this.names.inDepartments(query.departments ?? []);
    const town = query.town ?? query.name;
    const inside = shared ? this.namedAmong(shared, query, limit) : [];
    const near = [this.names.exact(query.name, around, limit), this.names.exact(town, around, limit)].flat();
    if (inside[0] && (inside[0].exact || !near[0]))
      return this.amongPostcode(query, postcode, shared ?? [], inside);
    if (near[0]) return surely([this.place(near[0].row)]);
    const ending = shared ? null : this.names.endOf(query.name, around, 1);
    if (ending?.apart && ending.found[0]) return surely([this.place(ending.found[0].row)]);
    const far = this.names.exact(query.town ?? query.name, null, limit);
    const known = this.lookPostcode(postcode, limit);
    if (far.length > 0) {
      const places = [...far.map(({ row }) => this.place(row)), ...known.places].slice(0, limit);
      return { places, others: places.slice(1), sure: false };
    }
    if (shared) return known;
    const mistyped = this.names.find(town, around, limit);
    const places = mistyped.map(({ row }) => this.place(row));
    const sure = mistyped[0] !== undefined && this.names.isSure(mistyped[0], town);
    return { places, others: places.slice(1), sure };
  }

  /** Among the communes of a postcode, those of the name, else of the town that a street's address ends with. */
  private namedAmong(shared: number[], { name, town }: PlaceQuery, limit: number): Match[] {
    const filter = (row: number) => shared.includes(row);
    const named = this.names.find(name, filter, limit);
    if (named.length > 0) return named;
    const told = town ? this.names.find(town, filter, limit) : [];
    return told.length > 0 ? told : this.names.endOf(name, filter, limit).found;
  }

  private amongPostcode(
    query: PlaceQuery,
    postcode: string,
    shared: number[],
    found: readonly Match[],
  ): Found {
    const rows = [...new Set(found.map(({ row }) => this.quarterOf(row, shared)))];
    const places = rows.map((row) => this.place(row));
    // "94240 – L'Haÿ-les-Roses" is a label of ours, and of an address the postcode tells more than the town.
    const told = query.town !== null && rows[0] === this.postcodes.mainRow(shared);
    return told ? ofPostcode([this.postcodes.place(postcode), ...places]) : surely(places);
  }

  /** Paris with the postcode 75015 is its 15th arrondissement. */
  quarterOf(row: number, shared: number[]): number {
    return DIVIDED_COMMUNES.has(this.rows[row]?.inseeCode ?? "") ? this.postcodes.mainRow(shared) : row;
  }

  private territory(territory: Territory): Place {
    const known = this.territories.get(territory.code) ?? territoryPlace(territory, this.rows);
    this.territories.set(territory.code, known);
    return known;
  }

  private place(row: number): Place {
    return municipalityPlace(this.rows[row] as LocatedMunicipality);
  }

  private known(code: string): Place[] {
    const row = this.byCode.get(code);
    return row === undefined ? [] : [this.place(row)];
  }
}

function surely(places: Place[]): Found {
  return { places, others: [], sure: places.length > 0 };
}

function ofPostcode(places: Place[]): Found {
  const [best, ...rest] = places;
  return { places, others: rest.filter(({ code }) => code !== best?.inseeCode), sure: best !== undefined };
}

/** Homonyms of an exact best are those of its tier, and the territory or the town of its name; else the next guesses. */
function settled(guesses: readonly Guess[]): Found {
  const places = guesses.map(({ place }) => place);
  const [best, ...rest] = guesses;
  if (!best) return NOTHING;
  const alike = best.exact ? rest.filter(({ tier, exact }) => exact && tier === best.tier) : rest;
  return { places, others: alike.map(({ place }) => place), sure: best.sure };
}
