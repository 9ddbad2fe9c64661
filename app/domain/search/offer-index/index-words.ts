/** Weight of a word where it stands: title, host, description or activities. A synonym of the word typed weighs one less. */
export const WORD_WEIGHTS = { A: 6, B: 4, C: 2 } as const;
export const TITLE_WEIGHT = WORD_WEIGHTS.A;

/** A search of more than one slot in so many weighs them all. */
const LARGE_PART = 2;

/**
 * A word that must be there: any of these lexemes will do; `prefix` takes longer ones too. `exact` is what was typed,
 * in either gender; the others are its synonyms.
 */
export interface WordGroup {
  anyOf: { lexeme: string; prefix: boolean; exact: boolean }[];
}

/**
 * Which slots hold which lexeme, and where best (an inverted index): the lexemes are those that PostgreSQL wrote in
 * the search table, so that both read a word alike.
 */
export class IndexWords {
  private readonly terms = new Map<string, number>();
  /** By term: slot × 4 + weight, in the order of the slots. */
  private readonly postings: Uint32Array[] = [];
  private readonly lengths: number[] = [];
  /** Terms in order, for prefixes; made at the first need. */
  private sorted: string[] | null = null;
  /** By slot, the best weight of the group that is being looked for; zero between groups. */
  private best = new Uint8Array(0);
  /** By slot, what the groups of the last search weigh together. */
  private sum = new Uint16Array(0);
  /** The groups whose sums are those of every slot, zero where one is missing; null when the last search was small. */
  private weighed: readonly WordGroup[] | null = null;

  /** `vector` is the text of a tsvector. A slot is added once. */
  add(slot: number, vector: string): void {
    this.weighed = null;
    readVector(vector, (lexeme, weight) => {
      const term = this.terms.get(lexeme) ?? this.newTerm(lexeme);
      const length = this.lengths[term]!;
      let list = this.postings[term]!;
      if (length === list.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(list);
        this.postings[term] = list = larger;
      }
      list[length] = slot * 4 + weight;
      this.lengths[term] = length + 1;
    });
  }

  /** Gives back the room that lists keep for growing: to call once an index is complete. */
  trim(): void {
    this.postings.forEach((list, term) => {
      if (list.length > this.lengths[term]!)
        this.postings[term] = list.slice(0, Math.max(1, this.lengths[term]!));
    });
  }

  /**
   * Leaves in `found` the slots, among so many, that hold a word of every group; gives their number. `weights` then
   * tells the sum of their best weights, until the next search. A large part of the index is weighed whole, and not
   * again by the search that follows for the same words: the facets after the page, the next page.
   */
  restrict(found: Uint32Array, count: number, slots: number, groups: readonly WordGroup[]): number {
    if (this.sum.length < slots) {
      this.best = new Uint8Array(slots * 2);
      this.sum = new Uint16Array(slots * 2);
    }
    if (count * LARGE_PART < slots) {
      this.weighed = null;
      return this.weigh(found, count, groups);
    }
    if (this.weighed !== groups) {
      this.weighAll(slots, groups);
      this.weighed = groups;
    }
    const { sum } = this;
    let kept = 0;
    for (let at = 0; at < count; at += 1) {
      const slot = found[at]!;
      if (sum[slot]! > 0) found[kept++] = slot;
    }
    return kept;
  }

  get weights(): Uint16Array {
    return this.sum;
  }

  /**
   * The same for these slots alone. Each group is one pass over its lists, between the first and the last slot of those
   * found so far, then one over these: neighbours on the map, they lie in a small part of the lists.
   */
  private weigh(found: Uint32Array, count: number, groups: readonly WordGroup[]): number {
    const { best, sum } = this;
    for (let at = 0; at < count; at += 1) sum[found[at]!] = 0;
    let kept = count;
    for (const group of groups) {
      const [first, last] = rangeOf(found, kept);
      this.raiseGroup(group, first, last);
      let stay = 0;
      for (let at = 0; at < kept; at += 1) {
        const slot = found[at]!;
        const weight = best[slot]!;
        sum[slot] = weight === 0 ? 0 : sum[slot]! + weight;
        if (weight > 0) found[stay++] = slot;
      }
      kept = stay;
      best.fill(0, first, last + 1);
    }
    return kept;
  }

  /** The same for all the slots, each group then one pass over every slot. */
  private weighAll(slots: number, groups: readonly WordGroup[]): void {
    const { best, sum } = this;
    groups.forEach((group, number) => {
      this.raiseGroup(group, 0, slots - 1);
      if (number === 0) sum.set(best.subarray(0, slots));
      else
        for (let slot = 0; slot < slots; slot += 1) {
          const weight = best[slot]!;
          const before = sum[slot]!;
          sum[slot] = weight > 0 && before > 0 ? before + weight : 0;
        }
      best.fill(0, 0, slots);
    });
  }

  private raiseGroup(group: WordGroup, first: number, last: number): void {
    for (const [term, exact] of this.termsOf(group))
      raise(this.best, this.postings[term]!, this.lengths[term]!, { first, last, exact });
  }

  private newTerm(lexeme: string): number {
    const term = this.postings.length;
    // Copied letter by letter: a piece of a longer text would keep all of it in memory.
    const own = Array.from(lexeme).join("");
    this.terms.set(own, term);
    this.postings.push(new Uint32Array(4));
    this.lengths.push(0);
    if (this.sorted) this.sorted.splice(firstAtLeast(this.sorted, own), 0, own);
    return term;
  }

  /** The terms that will do, and whether they are what was typed. */
  private termsOf({ anyOf }: WordGroup): Map<number, boolean> {
    const found = new Map<number, boolean>();
    const add = (term: number, exact: boolean) => found.set(term, exact || found.get(term) === true);
    for (const { lexeme, prefix, exact } of anyOf) {
      if (!prefix) {
        const term = this.terms.get(lexeme);
        if (term !== undefined) add(term, exact);
        continue;
      }
      const sorted = (this.sorted ??= [...this.terms.keys()].sort(byCodeUnits));
      for (let at = firstAtLeast(sorted, lexeme); sorted[at]?.startsWith(lexeme); at += 1)
        add(this.terms.get(sorted[at]!)!, exact);
    }
    return found;
  }
}

/** The first and the last of these slots, in whatever order they are. */
function rangeOf(found: Uint32Array, count: number): [number, number] {
  let first = found[0] ?? 0;
  let last = first;
  for (let at = 1; at < count; at += 1) {
    const slot = found[at]!;
    if (slot < first) first = slot;
    if (slot > last) last = slot;
  }
  return [first, last];
}

/** Gives each slot of a list, between two, the weight that the list tells when it is more than what it has. */
function raise(
  best: Uint8Array,
  list: Uint32Array,
  length: number,
  { first, last, exact }: { first: number; last: number; exact: boolean },
): void {
  const less = exact ? 0 : 1;
  const end = firstPosting(list, length, (last + 1) * 4);
  for (let at = firstPosting(list, length, first * 4); at < end; at += 1) {
    const posting = list[at]!;
    const slot = posting >>> 2;
    const before = best[slot]!;
    const more = (posting & 3) * 2 - less - before;
    best[slot] = before + (more & ~(more >> 31));
  }
}

function firstPosting(list: Uint32Array, length: number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads "'jardin':2A,7C 'l''eau':3": each lexeme with the best of its weights. */
export function readVector(vector: string, visit: (lexeme: string, weight: number) => void): void {
  for (let open = vector.indexOf("'"); open >= 0;) {
    let close = vector.indexOf("'", open + 1);
    while (vector.charCodeAt(close + 1) === 39) close = vector.indexOf("'", close + 2);
    let weight = 0;
    let at = close + 1;
    for (; at < vector.length && vector.charCodeAt(at) !== 32; at += 1) {
      const letter = vector.charCodeAt(at);
      if (letter >= 65) weight = Math.max(weight, 68 - letter);
    }
    visit(unquoted(vector.slice(open + 1, close)), weight);
    open = vector.indexOf("'", at);
  }
}

function unquoted(lexeme: string): string {
  return lexeme.includes("'") || lexeme.includes("\\")
    ? lexeme.replaceAll("''", "'").replaceAll("\\\\", "\\")
    : lexeme;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function firstAtLeast(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
