import { editsFrom } from "#app/domain/reference/place-typos.ts";
import { normaliseText } from "#app/kernel/text.ts";

interface Entry {
  /** As it is compared: no accent, no space. */
  plain: string;
  /** As it is shown. */
  written: string;
  /** How many texts hold it. */
  weight: number;
  trigrams: number;
}

/** The words that a text holds, in small letters, accents kept. */
export function writtenWords(text: string): string[] {
  return text
    .toLocaleLowerCase("fr")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Shorter words are too many to guess between. */
const SHORTEST = 4;
const MIN_SHARED = 2;

function reachOf(length: number): number {
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/**
 * Words to which a mistyped one may be corrected, found by the trigrams they share and judged by the edits between them:
 * one for a word of four or five letters, two up to nine, three beyond. Some 30,000 words take 10 MB; a correction, 1 ms.
 */
export class WordVocabulary {
  private readonly entries: Entry[] = [];
  private readonly byPlain = new Map<string, Entry>();
  private readonly holders = new Map<string, number[]>();

  /** An expression of several words may be found by its words typed as one. The first spelling is the one shown. */
  add(written: string, weight: number): void {
    const plain = normaliseText(written).replaceAll(" ", "");
    if (plain.length < SHORTEST - 1) return;
    const known = this.byPlain.get(plain);
    if (known) {
      known.weight += weight;
      return;
    }
    const trigrams = trigramsOf(plain);
    const entry = { plain, written, weight, trigrams: trigrams.size };
    this.byPlain.set(plain, entry);
    const place = this.entries.push(entry) - 1;
    for (const trigram of trigrams) {
      const holders = this.holders.get(trigram);
      if (holders) holders.push(place);
      else this.holders.set(trigram, [place]);
    }
  }

  has(word: string): boolean {
    return this.byPlain.get(normaliseText(word))?.written.includes(" ") === false;
  }

  /** The word that was most likely meant; null when none is near. */
  nearest(word: string): string | null {
    const plain = normaliseText(word).replaceAll(" ", "");
    if (plain.length < SHORTEST) return null;
    const trigrams = trigramsOf(plain);
    const shared = new Map<number, number>();
    for (const trigram of trigrams)
      for (const place of this.holders.get(trigram) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
    const reach = reachOf(plain.length);
    const editsTo = editsFrom(plain);
    let best: { entry: Entry; edits: number; likeness: number } | null = null;
    for (const [place, common] of shared) {
      const entry = this.entries[place];
      if (!entry || common < MIN_SHARED || Math.abs(entry.plain.length - plain.length) > reach) continue;
      const edits = editsTo(entry.plain, reach);
      if (edits > reach) continue;
      const likeness = common / (trigrams.size + entry.trigrams - common);
      const candidate = { entry, edits, likeness };
      if (!best || isBetter(candidate, best)) best = candidate;
    }
    return best?.entry.written ?? null;
  }
}

interface Candidate {
  entry: Entry;
  edits: number;
  likeness: number;
}

function isBetter(one: Candidate, than: Candidate): boolean {
  return (
    (one.edits - than.edits ||
      than.likeness - one.likeness ||
      than.entry.weight - one.entry.weight ||
      (one.entry.plain < than.entry.plain ? -1 : 1)) < 0
  );
}

/** Of a word between two spaces before and one after, as pg_trgm cuts it. */
function trigramsOf(plain: string): Set<string> {
  const padded = `  ${plain} `;
  return new Set(Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3)));
}
