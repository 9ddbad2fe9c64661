import { LRUCache } from "lru-cache";
import { normaliseText } from "#app/kernel/text.ts";
import type { Queryable } from "#db/client.ts";
import type { WordGroup } from "#app/domain/search/offer-index/index-words.ts";
import { readStems, readSynonymBook, type SynonymBook } from "./synonym-book.server.ts";
import { formsOf, groupWords } from "./word-groups.ts";
import { writtenWords } from "./word-vocabulary.ts";

/** What was typed, as it is looked for. */
export interface SearchWords {
  /** The whole as text of a tsquery. */
  query: string;
  groups: WordGroup[];
}

/** What was made of words already typed holds as long as the synonyms. */
const known = new WeakMap<SynonymBook, LRUCache<string, { words: SearchWords | null }>>();
const WORDS_KNOWN = 5000;
/** In letters: words of many synonyms make long queries, and anyone may type them. Some 20 MB. */
const LETTERS_KNOWN = 2_000_000;

/** The words of a text as they are compared: no accent, no case, no mark. */
export function wordsOf(typed: string): string[] {
  return normaliseText(typed).split(" ").filter(Boolean);
}

/**
 * Words as stems, all of which must be there, in either gender or by a synonym; the last may be the beginning of one, as
 * it is being typed. Words of no meaning alone ("le", "une", "je voudrais") are left out; null when nothing is left to ask
 * for. "Cheval ou chien" takes either. The same words are asked of PostgreSQL once, until the synonyms change.
 */
export async function readWords(db: Queryable, typed: string | null): Promise<SearchWords | null> {
  const terms = wordsOf(typed ?? "");
  if (terms.length === 0) return null;
  const book = await readSynonymBook(db);
  const text = terms.join(" ");
  const answers = known.get(book) ?? newAnswers();
  known.set(book, answers);
  const cached = answers.get(text);
  if (cached) return cached.words;
  const stems = await readStems(db, formsOf(terms));
  const groups = alternativesIn(terms)
    .map((part) => groupWords(part, stems, book))
    .filter((part) => part.length > 0)
    .reduce<WordGroup[]>((before, part) => (before.length === 0 ? part : eitherOf(before, part)), []);
  const words = groups.length > 0 ? { query: groups.map(anyOfQuery).join(" & "), groups } : null;
  answers.set(text, { words });
  return words;
}

const OR = "ou";
/** Alternatives of several words multiply what must be found: beyond, the later ones are left out. */
const MAX_GROUPS = 16;

/** What stands between the words "ou". */
function alternativesIn(terms: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const term of terms) {
    if (term === OR) parts.push([]);
    else parts.at(-1)?.push(term);
  }
  return parts;
}

/** Either the whole of one or the whole of the other, as groups that must each be found. */
function eitherOf(some: readonly WordGroup[], others: readonly WordGroup[]): WordGroup[] {
  if (some.length * others.length > MAX_GROUPS) return [...some];
  return some.flatMap((one) => others.map((other) => ({ anyOf: [...one.anyOf, ...other.anyOf] })));
}

/** The same words, any of which will do ("animaux ou police"); null when fewer than two have a meaning. */
export async function anyOfWords(db: Queryable, typed: string): Promise<string | null> {
  const words = [...new Set(writtenWords(typed))];
  const stems = await readStems(db, words.map(normaliseText));
  const meant = words.filter((word) => stems.get(normaliseText(word))?.length);
  return meant.length > 1 ? meant.join(` ${OR} `) : null;
}

function newAnswers() {
  return new LRUCache<string, { words: SearchWords | null }>({
    max: WORDS_KNOWN,
    maxSize: LETTERS_KNOWN,
    sizeCalculation: ({ words }, text) => text.length + (words?.query.length ?? 0),
  });
}

function anyOfQuery(group: WordGroup): string {
  return `( ${groupQuery(group)} )`;
}

/** A group as a tsquery; with a weight, it asks for words standing where the weight says. */
export function groupQuery({ anyOf }: WordGroup, weight: "" | "A" | "B" | "AB" | "C" = ""): string {
  const quoted = (lexeme: string) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return anyOf
    .map(({ lexeme, prefix }) => {
      const marks = `${prefix ? "*" : ""}${weight}`;
      return marks ? `${quoted(lexeme)}:${marks}` : quoted(lexeme);
    })
    .join(" | ");
}
