import { buildPlaceKeys, fuzzyMatches, prefixMatches } from "./place-keys.ts";
import type { Match, PlaceKeys, RowFilter } from "./place-keys.ts";
import { placeAliases } from "./place-aliases.ts";
import type { PlaceQuery } from "./place-query.ts";
import { canonicalPlace, compactPlace } from "./place-text.ts";
import type { LocatedMunicipality } from "./place.ts";
import { STREET_WORDS } from "./street-words.ts";

/** INSEE code before that of the first arrondissement. */
const QUARTER_BASE: Record<string, number> = { paris: 75100, lyon: 69380, marseille: 13200 };

/** What people mistype is mostly where people live; INSEE calls urban a commune of this size. */
const URBAN_PEOPLE = 2000;
/** People finish the names of small places themselves. */
const LARGE_TOWN = 10_000;
/** One letter more or less in so long a name is no other name. */
const LONG_NAME = 10;

const NAME_GOES_ON = new Set("sur sous en les lez la le l et saint sainte".split(" "));
const OF = new Set("de du des d".split(" "));

/** Communes by their names, exact, begun or mistyped. Rows are sorted by population. */
export class PlaceNames {
  private readonly keys: PlaceKeys;
  private readonly rows: LocatedMunicipality[];
  private readonly byCode: Map<string, number>;

  constructor(rows: LocatedMunicipality[], byCode: Map<string, number>) {
    this.rows = rows;
    this.byCode = byCode;
    this.keys = buildPlaceKeys(rows, byCode, placeAliases);
  }

  /** Best first. What was found beyond the territory that was typed is only `elsewhere`. */
  matches(query: PlaceQuery, limit: number): { found: Match[]; elsewhere: boolean } {
    const quarter = this.quarter(query);
    if (quarter !== undefined) return { found: [exactly(quarter)], elsewhere: false };
    if (query.departments) {
      const inside = this.find(query.name, this.inDepartments(query.departments), limit);
      if (inside[0]?.edits === 0 && this.isSure(inside[0], query.name))
        return { found: inside, elsewhere: false };
      const named = this.exact(query.name, null, limit);
      if (inside.length > 0 && named.length === 0) return { found: inside, elsewhere: false };
      return { found: named.length > 0 ? named : this.find(query.name, null, limit), elsewhere: true };
    }
    const whole = this.exact(query.name, null, limit);
    if (whole.length === 0 && query.inside) {
      const inside = this.exact(query.inside.name, this.inDepartments(query.inside.departments), limit);
      if (inside.length > 0) return { found: inside, elsewhere: false };
    }
    return { found: this.find(query.name, null, limit), elsewhere: false };
  }

  find(name: string, filter: RowFilter, limit: number): Match[] {
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

  /** Those of exactly this name, most peopled first. */
  exact(name: string, filter: RowFilter, limit: number): Match[] {
    const compact = compactPlace(name);
    return compact === ""
      ? []
      : prefixMatches(this.keys, compact, filter, limit).filter(({ exact }) => exact);
  }

  /** Those whose name begins so. */
  begun(name: string, limit: number): Match[] {
    return prefixMatches(this.keys, compactPlace(name), null, limit);
  }

  /**
   * Those that the last words of a text name exactly, as an address ends with its town. They are not `apart` when they
   * go on with a name: "12 rue de Bretagne", "cosne sur loire", "le pays de Loire".
   */
  endOf(text: string, filter: RowFilter, limit: number): { found: Match[]; apart: boolean } {
    const words = text.split(" ");
    for (let from = 1; from < words.length; from += 1) {
      const found = this.exact(words.slice(from).join(" "), filter, limit);
      if (found.length === 0) continue;
      const before = words[from - 1] ?? "";
      const street = words.slice(0, from).some((word) => STREET_WORDS.has(word) || /^\d/.test(word));
      const village = (this.rows[found[0]?.row ?? 0]?.population ?? 0) < URBAN_PEOPLE;
      return { found, apart: !NAME_GOES_ON.has(before) && !((street || village) && OF.has(before)) };
    }
    return { found: [], apart: false };
  }

  /** Whether a match may be taken without a question: the name itself, its first words, or a town one letter away. */
  isSure({ row, exact, edits, begun }: Match, name: string): boolean {
    const place = this.rows[row];
    if (exact || !place) return exact;
    if (edits > 1) return false;
    if (edits === 0 && !begun) return true;
    if (edits === 0)
      return ` ${canonicalPlace(place.name)} `.includes(` ${name} `) || place.population >= LARGE_TOWN;
    return (!begun && compactPlace(name).length >= LONG_NAME) || place.population >= URBAN_PEOPLE;
  }

  quarter({ name, arrondissement }: PlaceQuery): number | undefined {
    if (arrondissement === null) return undefined;
    return this.byCode.get(String((QUARTER_BASE[name] ?? 0) + arrondissement));
  }

  inDepartments(departments: readonly string[]): RowFilter {
    return (row) => departments.includes(this.rows[row]?.departmentCode ?? "");
  }
}

function exactly(row: number): Match {
  return { row, tier: 0, exact: true, edits: 0, begun: false };
}
