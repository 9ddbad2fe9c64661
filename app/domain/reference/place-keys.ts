import { canonicalPlace, compactPlace } from "./place-text.ts";
import { editsFrom, hasMoreBits, letterMask } from "./place-typos.ts";

/** A row kept by the search; a smaller tier is a better match, then a smaller row is a larger town. */
export interface Match {
  row: number;
  tier: number;
  /** The whole name, or an everyday name, as it was typed. */
  exact: boolean;
  /** Letters that had to be changed. */
  edits: number;
  /** What was typed is only the beginning. */
  begun: boolean;
}
/** Rows that may be returned; null keeps all of them. */
export type RowFilter = ((row: number) => boolean) | null;

/** Every beginning that finds a commune, sorted, in parallel arrays. */
export interface PlaceKeys {
  text: string[];
  row: Int32Array;
  /** 0 whole name, 1 name without its article or an everyday name, 2 name from one of its inner words. */
  kind: Uint8Array;
  mask: Int32Array;
  /** Entries that are not inner words, by length of their text: those that typos are looked for in. */
  byLength: LengthKeys[];
}

/** Masks side by side: nearly every entry is refused by its own. */
interface LengthKeys {
  mask: Int32Array;
  entry: Int32Array;
}

const ARTICLE = /^(?:le|la|les|l|aux|au) /;
/** Tier of an exact match and of a prefix, by kind of key. */
const EXACT_TIER = [0, 1, 4] as const;
const PREFIX_TIER = [2, 2, 5] as const;
export const BEGUN_TIER = 2;
export const ONE_TYPO_TIER = 3;
const FIRST_GUESS_TIER = 6;

export function buildPlaceKeys(
  rows: { name: string }[],
  byCode: Map<string, number>,
  aliases: readonly (readonly [string, string])[],
): PlaceKeys {
  const entries: { text: string; row: number; kind: number }[] = [];
  rows.forEach((row, index) => {
    const name = canonicalPlace(row.name);
    entries.push({ text: compactPlace(name), row: index, kind: 0 });
    const bare = name.replace(ARTICLE, "");
    if (bare !== name) entries.push({ text: compactPlace(bare), row: index, kind: 1 });
    const words = name.split(" ");
    for (let from = 1; from < words.length; from += 1) {
      const inner = words.slice(from).join("");
      if (inner.length > 2 && inner !== compactPlace(bare))
        entries.push({ text: inner, row: index, kind: 2 });
    }
  });
  for (const [alias, code] of aliases) {
    const index = byCode.get(code);
    if (index !== undefined) entries.push({ text: compactPlace(canonicalPlace(alias)), row: index, kind: 1 });
  }
  entries.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.row - b.row));
  const lengths: number[][] = [];
  entries.forEach((entry, index) => {
    if (entry.kind < 2) (lengths[entry.text.length] ??= []).push(index);
  });
  const mask = Int32Array.from(entries, (entry) => letterMask(entry.text));
  return {
    text: entries.map((entry) => entry.text),
    row: Int32Array.from(entries, (entry) => entry.row),
    kind: Uint8Array.from(entries, (entry) => entry.kind),
    mask,
    byLength: Array.from(lengths, (list = []) => ({
      mask: Int32Array.from(list, (index) => mask[index] ?? 0),
      entry: Int32Array.from(list),
    })),
  };
}

/** The best few matches seen so far, each row once. */
class Best {
  private readonly limit: number;
  readonly matches: Match[];
  constructor(limit: number, start: Match[] = []) {
    this.limit = limit;
    this.matches = [...start];
  }

  /** Whether a row of this tier would not be among them. */
  refuses(row: number, tier: number): boolean {
    if (this.matches.length < this.limit) return false;
    const last = this.matches[this.matches.length - 1];
    return last !== undefined && !better(tier, row, last);
  }

  offer(match: Match): void {
    const { row, tier } = match;
    if (this.refuses(row, tier)) return;
    const twin = this.matches.findIndex((one) => one.row === row);
    if (twin >= 0) {
      if (!better(tier, row, this.matches[twin] as Match)) return;
      this.matches.splice(twin, 1);
    }
    let position = this.matches.length;
    while (position > 0 && better(tier, row, this.matches[position - 1] as Match)) position -= 1;
    this.matches.splice(position, 0, match);
    if (this.matches.length > this.limit) this.matches.pop();
  }
}

function better(tier: number, row: number, than: Match): boolean {
  return tier < than.tier || (tier === than.tier && row < than.row);
}

function firstAtLeast(sorted: string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function prefixMatches(keys: PlaceKeys, typed: string, filter: RowFilter, limit: number): Match[] {
  const best = new Best(limit);
  const end = firstAtLeast(keys.text, `${typed}\uffff`);
  for (let index = firstAtLeast(keys.text, typed); index < end; index += 1) {
    const row = keys.row[index] as number;
    if (filter && !filter(row)) continue;
    const kind = keys.kind[index] as number;
    const exact = (keys.text[index] as string).length === typed.length;
    const tier = (exact ? EXACT_TIER[kind] : PREFIX_TIER[kind]) ?? FIRST_GUESS_TIER;
    best.offer({ row, tier, exact: exact && kind < 2, edits: 0, begun: !exact });
  }
  return best.matches;
}

/**
 * Adds to what was found the names one typo away and, when nothing else matches, those two typos away, then those of
 * which a beginning is near. A name of three letters is too short to guess at.
 */
export function fuzzyMatches(
  keys: PlaceKeys,
  typed: string,
  filter: RowFilter,
  limit: number,
  found: Match[],
): Match[] {
  if (typed.length < 4) return found;
  const best = new Best(limit, found);
  // No town is larger than the first: beginnings that already fill the answer leave no room to a typo.
  if (best.refuses(0, ONE_TYPO_TIER)) return found;
  const reach = found.length > 0 || typed.length < 6 ? 1 : 2;
  scanTypos(keys, typed, filter, reach, best);
  if (best.matches.length === 0) scanBeginnings(keys, typed, filter, best);
  return best.matches;
}

function scanTypos(keys: PlaceKeys, typed: string, filter: RowFilter, reach: number, best: Best): void {
  const mask = letterMask(typed);
  const editsTo = editsFrom(typed);
  for (let length = Math.max(1, typed.length - reach); length <= typed.length + reach; length += 1) {
    const near = keys.byLength[length];
    for (let at = 0; near && at < near.mask.length; at += 1) {
      const other = near.mask[at] as number;
      // An edit brings one letter at most, and takes one at most.
      if (hasMoreBits(mask & ~other, reach) || hasMoreBits(other & ~mask, reach)) continue;
      const index = near.entry[at] as number;
      const row = keys.row[index] as number;
      if (best.refuses(row, ONE_TYPO_TIER) || (filter && !filter(row))) continue;
      const edits = editsTo(keys.text[index] as string, reach);
      const tier = edits <= 1 ? ONE_TYPO_TIER : FIRST_GUESS_TIER;
      if (edits <= reach) best.offer({ row, tier, exact: false, edits, begun: false });
    }
  }
}

/** Unfinished and mistyped: only names that share the first letter are tried. */
function scanBeginnings(keys: PlaceKeys, typed: string, filter: RowFilter, best: Best): void {
  const mask = letterMask(typed);
  const editsTo = editsFrom(typed);
  const letter = typed.charAt(0);
  const reach = typed.length < 7 ? 1 : 2;
  const end = firstAtLeast(keys.text, `${letter}\uffff`);
  for (let index = firstAtLeast(keys.text, letter); index < end; index += 1) {
    if ((keys.kind[index] as number) > 1) continue;
    if (hasMoreBits(mask & ~(keys.mask[index] as number), reach)) continue;
    const row = keys.row[index] as number;
    if (filter && !filter(row)) continue;
    const edits = editsTo(keys.text[index] as string, reach, true);
    const tier = FIRST_GUESS_TIER + edits;
    if (edits <= reach) best.offer({ row, tier, exact: false, edits, begun: true });
  }
}
