import type { WordGroup } from "#app/domain/search/offer-index/index-words.ts";
import { otherGenders } from "./french-genders.ts";

/** Lexemes that PostgreSQL makes of a word: none of one without meaning alone ("le"), else one. */
export type Stems = ReadonlyMap<string, readonly string[]>;

/** An expression as what must be found of it: of each of its words, either gender. */
export type Expression = readonly (readonly string[])[];

/** What other people call the things that are looked for. */
export interface Synonyms {
  /** By the stems of an expression, separated by spaces: the other expressions of its groups. */
  others: ReadonlyMap<string, readonly Expression[]>;
  /** Number of words of the longest expression. */
  longest: number;
}

/** A word that must be found, as any of these lexemes; `true` for those that were typed. */
type Clause = ReadonlyMap<string, boolean>;

/** Beyond, an expression of several words is left out: each multiplies the clauses. */
const MAX_CLAUSES = 8;

/** Every form of these words whose stems are needed to look for them. */
export function formsOf(words: readonly string[]): string[] {
  return [...new Set(words.flatMap((word) => [word, ...otherGenders(word)]))];
}

/** The lexemes of each word that has a meaning, in both genders. */
export function expressionOf(words: readonly string[], stems: Stems): Expression {
  return words.flatMap((word) => {
    if (!stems.get(word)?.[0]) return [];
    return [[...new Set(formsOf([word]).flatMap((form) => stems.get(form) ?? []))]];
  });
}

/** The stems of an expression, as the synonyms are looked up. */
export function keyOf(words: readonly string[], stems: Stems): string {
  return words.flatMap((word) => stems.get(word) ?? []).join(" ");
}

/**
 * What must be found for the words typed: each of them, in either gender, or else what a group of synonyms says in its
 * place. An alternative of several words, "jeux vidéo" for "gaming", is written as words that must each be found: "jeux"
 * or "gaming", and "vidéo" or "gaming". The last word may be the beginning of one, as it is being typed, unless synonyms
 * know it: "mode" is not the beginning of "moderne".
 */
export function groupWords(typed: readonly string[], stems: Stems, synonyms: Synonyms): WordGroup[] {
  const words = typed.filter((word) => stems.get(word)?.[0]);
  const groups: WordGroup[] = [];
  for (let at = 0; at < words.length;) {
    const length = longestKnown(words.slice(at), stems, synonyms);
    const taken = words.slice(at, at + length);
    at += length;
    const own = expressionOf(taken, stems).map((lexemes) => new Map(lexemes.map((one) => [one, true])));
    const others = synonyms.others.get(keyOf(taken, stems));
    const clauses = (others ?? []).reduce(either, own);
    const beginning = at === words.length && !others ? taken[0] : undefined;
    for (const clause of clauses) {
      const anyOf = Array.from(clause, ([lexeme, exact]) => ({ lexeme, prefix: false, exact }));
      if (beginning) anyOf.push({ lexeme: beginning, prefix: true, exact: true });
      groups.push({ anyOf });
    }
  }
  return groups;
}

function longestKnown(words: readonly string[], stems: Stems, { others, longest }: Synonyms): number {
  for (let length = Math.min(longest, words.length); length > 1; length -= 1)
    if (others.has(keyOf(words.slice(0, length), stems))) return length;
  return 1;
}

/** Either what the clauses ask, or the whole of another expression. */
function either(clauses: readonly Clause[], expression: Expression): Clause[] {
  if (clauses.length * expression.length > MAX_CLAUSES) return [...clauses];
  return clauses.flatMap((clause) =>
    expression.map((lexemes) => new Map([...lexemes.map((one) => [one, false] as const), ...clause])),
  );
}
