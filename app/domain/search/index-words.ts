/** Weight of a word where it stands: title, host, description. A synonym of the word typed weighs one less. */
export const WORD_WEIGHTS = { A: 6, B: 4, C: 2 } as const;
export const TITLE_WEIGHT = WORD_WEIGHTS.A;

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
  /** By slot: how many groups of the search it holds so far, and with what weights. Zero between searches. */
  private stage = new Uint8Array(0);
  private sum = new Uint16Array(0);
  private best = new Uint8Array(0);

  /** `vector` is the text of a tsvector. A slot is added once. */
  add(slot: number, vector: string): void {
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
   * Leaves in `found` the slots that hold a word of every group; gives their number. `weightOf` then tells the sum of
   * the best weights, until the next search.
   */
  restrict(found: Uint32Array, count: number, capacity: number, groups: readonly WordGroup[]): number {
    if (this.stage.length < capacity) {
      this.stage = new Uint8Array(capacity);
      this.sum = new Uint16Array(capacity);
      this.best = new Uint8Array(capacity);
    }
    const { stage, sum, best } = this;
    for (let index = 0; index < count; index += 1) {
      const slot = found[index]!;
      stage[slot] = 1;
      sum[slot] = 0;
    }
    groups.forEach((group, index) => {
      const before = index + 1;
      for (const [term, exact] of this.termsOf(group)) {
        const list = this.postings[term]!;
        const length = this.lengths[term]!;
        for (let at = 0; at < length; at += 1) {
          const posting = list[at]!;
          const slot = posting >>> 2;
          const weight = (posting & 3) * 2 - (exact ? 0 : 1);
          if (stage[slot] === before) {
            stage[slot] = before + 1;
            best[slot] = weight;
            sum[slot] = sum[slot]! + weight;
          } else if (stage[slot] === before + 1 && weight > best[slot]!) {
            sum[slot] = sum[slot]! + weight - best[slot]!;
            best[slot] = weight;
          }
        }
      }
    });
    let kept = 0;
    for (let index = 0; index < count; index += 1) {
      const slot = found[index]!;
      if (stage[slot] === groups.length + 1) found[kept++] = slot;
      stage[slot] = 0;
    }
    return kept;
  }

  weightOf(slot: number): number {
    return this.sum[slot]!;
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
