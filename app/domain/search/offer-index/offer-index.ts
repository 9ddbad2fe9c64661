import type { Eligibility } from "#app/domain/offers/offer.ts";
import { hashOf } from "#app/kernel/random.ts";
import { IndexCells, type Circle } from "./index-cells.ts";
import { IndexSlots } from "./index-slots.ts";
import { filterTables, MAX_SECTORS, traitsOf, type OpenOffer, type TraitFilters } from "./index-traits.ts";
import { IndexWords, type WordGroup } from "./index-words.ts";
import type { SearchFilters } from "#app/domain/search/search-filters.ts";

/** A row of the search table, as the index takes it. */
export interface IndexRow extends OpenOffer {
  id: string;
  latitude: number;
  longitude: number;
  departmentCode: string;
  sectorCode: string;
  sectorLabel: string;
  familySlug: string;
  reservedSchools: readonly string[];
  /** Microseconds since 1970. */
  publishedAt: number;
  quality: number;
  /** Text of the tsvector. */
  words: string;
}

/** A search as the index is asked it: the words are those that PostgreSQL made of what was typed. */
export interface IndexSearch {
  filters: SearchFilters;
  asker: Eligibility | null;
  words: readonly WordGroup[];
}

/** As many as a byte counts; France has some 110 codes. */
const MAX_DEPARTMENTS = 256;

/**
 * The open offers of one campaign in the memory of a process, for what the database does slowly: counting all that a
 * circle holds.
 *
 * - Every offer has a slot in typed arrays: its point, 16 bits of traits that filters read, its date, its quality.
 * - Slots lie in the order of a grid of some 4 km. A search reads the slots of the cells inside its circle, keeps those
 *   whose traits its filters take (two small tables) and that the asker is entitled to, and measures those of the cells
 *   on the border: these are its candidates. A territory is a filter on the département of each slot.
 * - Words keep the candidates that hold each of them (lists of slots by lexeme, as PostgreSQL stemmed them).
 * - One pass over the candidates gives the total, the first twenty in any order, the facets or the clusters
 *   (index-search.ts): 0.1 ms as a rule, 2 ms for 200,000 candidates.
 * - A seat that fills or frees itself rewrites 16 bits; another text or point takes a new slot and leaves the old one.
 *
 * The table `offer_search` stays the truth: the index is made from it at the start of a process and follows it by
 * notifications, some milliseconds late (offer-index-feed.server.ts). It only proposes: the page is read from the
 * table by primary key, where a row that closed meanwhile is gone and the asker's rights are checked again; applying
 * and accepting check everything under locks. Without an index the same questions are asked of the table in SQL.
 */
export class OfferIndex {
  readonly slots = new IndexSlots();
  readonly sectors: { code: string; label: string; family: string }[] = [];
  private readonly sectorNumbers = new Map<string, number>();
  private readonly departmentNumbers = new Map<string, number>();
  private readonly cells = new IndexCells(this.slots);
  private readonly words = new IndexWords();
  private readonly schools = new Map<number, readonly string[]>();
  /** By slot, a hash of its words: the same words need no new slot. */
  private readonly texts: number[] = [];
  private found = new Uint32Array(0);
  /** Slots left for others; when they are many the index is better made again. */
  private left = 0;

  get leftSlots(): number {
    return this.left;
  }

  /** Takes a row in, in the state it is in now. */
  put(row: IndexRow): void {
    const text = hashOf(row.words);
    let slot = this.slots.find(row.id);
    if (slot >= 0 && !this.isAt(slot, row, text)) {
      this.slots.traits[slot] = 0;
      this.left += 1;
      slot = -1;
    }
    if (slot < 0) {
      slot = this.slots.add(row.id, row.latitude, row.longitude);
      this.texts[slot] = text;
      this.cells.add(slot);
      this.words.add(slot, row.words);
    }
    this.slots.department[slot] = this.departmentNumber(row.departmentCode);
    this.slots.traits[slot] = traitsOf(row, this.sectorNumber(row));
    this.slots.publishedAt[slot] = row.publishedAt;
    this.slots.quality[slot] = row.quality;
    if (row.reservedSchools.length > 0) this.schools.set(slot, row.reservedSchools);
    else this.schools.delete(slot);
  }

  /** The offer is open to nobody any more. */
  close(id: string): void {
    const slot = this.slots.find(id);
    if (slot >= 0) this.slots.traits[slot] = 0;
  }

  trim(): void {
    this.words.trim();
  }

  /**
   * Open offers within the circle that hold the words, that the asker is entitled to and that pass the filters on
   * traits: the search's own, or those given. The list is valid until the next search.
   */
  candidates(
    { filters, asker, words }: IndexSearch,
    traits: TraitFilters = filters,
  ): { found: Uint32Array; count: number } {
    if (this.found.length < this.slots.capacity) this.found = new Uint32Array(this.slots.capacity);
    const { found, schools } = this;
    const tables = filterTables(traits, asker, this.sectors);
    const isListed = (slot: number) => schools.get(slot)?.includes(asker?.schoolUai ?? "") ?? false;
    const inCircle = this.cells.gather(circleOf(filters), tables, isListed, found);
    const inPlace = this.keepDepartments(filters.departments ?? [], found, inCircle);
    const count = words.length > 0 ? this.words.restrict(found, inPlace, this.slots.count, words) : inPlace;
    return { found, count };
  }

  /** By slot, the sum of the weights of the last search's words in its candidates. */
  get wordWeights(): Uint16Array {
    return this.words.weights;
  }

  private isAt(slot: number, { latitude, longitude }: IndexRow, text: number): boolean {
    return (
      this.slots.latitude[slot] === latitude &&
      this.slots.longitude[slot] === longitude &&
      this.texts[slot] === text
    );
  }

  /** Of these candidates, those of a territory, in the same order; tells how many. */
  private keepDepartments(departments: readonly string[], found: Uint32Array, count: number): number {
    if (departments.length === 0) return count;
    const wanted = new Uint8Array(MAX_DEPARTMENTS);
    for (const code of departments) {
      const number = this.departmentNumbers.get(code);
      if (number !== undefined) wanted[number] = 1;
    }
    const { department } = this.slots;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const slot = found[at]!;
      found[kept] = slot;
      kept += wanted[department[slot]!]!;
    }
    return kept;
  }

  private departmentNumber(code: string): number {
    const known = this.departmentNumbers.get(code);
    if (known !== undefined) return known;
    const number = this.departmentNumbers.size;
    if (number === MAX_DEPARTMENTS) throw new Error(`More than ${MAX_DEPARTMENTS} départements`);
    this.departmentNumbers.set(code, number);
    return number;
  }

  sectorLabel(code: string): string {
    return this.sectors[this.sectorNumbers.get(code) ?? -1]?.label ?? code;
  }

  private sectorNumber({ sectorCode, sectorLabel, familySlug }: IndexRow): number {
    const known = this.sectorNumbers.get(sectorCode);
    if (known !== undefined) return known;
    const number = this.sectors.length;
    if (number === MAX_SECTORS) throw new Error(`More than ${MAX_SECTORS} sectors`);
    this.sectors.push({ code: sectorCode, label: sectorLabel, family: familySlug });
    this.sectorNumbers.set(sectorCode, number);
    return number;
  }
}

function circleOf({ center, radiusKm }: SearchFilters): Circle | null {
  return center && { center, radiusKm };
}
