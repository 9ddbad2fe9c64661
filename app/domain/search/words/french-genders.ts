/** Endings of a word of one gender and those it takes in the other, the longest first: the first that fits is used. */
const ENDINGS: readonly (readonly [ending: string, others: readonly string[]])[] = [
  ["trice", ["teur"]],
  ["teuse", ["teur"]],
  ["teure", ["teur"]],
  ["teur", ["trice", "teuse", "teure"]],
  ["euse", ["eur", "eux"]],
  ["eure", ["eur"]],
  ["eur", ["euse", "eure"]],
  ["eux", ["euse", "eu"]],
  ["iere", ["ier"]],
  ["ier", ["iere"]],
  ["ere", ["er"]],
  ["er", ["ere"]],
  ["enne", ["en"]],
  ["en", ["enne"]],
  ["onne", ["on"]],
  ["on", ["onne"]],
  ["ive", ["if"]],
  ["if", ["ive"]],
  ["esse", ["e"]],
  ["ee", ["e"]],
  ["e", ["ee", "esse"]],
];

/** What teenagers shorten ("vétos", "archis") keeps its "s" in the stemmer, which takes it for a part of the word. */
const SHORTENED = /^[a-z]{3,}[aiou]s?$/;

/** A shorter word is no title: "mer", "bon". */
const SHORTEST = 5;

/**
 * The forms that a title takes in the other gender, by its ending alone: "infirmiere" for "infirmier", "directeur"
 * for "directrices". Some are words of no language ("fleuse" for "fleur"): nothing holds them, so nothing is found by
 * them. Endings that the French stemmer already reads alike ("avocat", "avocate") need no rule. The word has no accent.
 */
export function otherGenders(word: string): string[] {
  const singular = word.replace(/s$/, "");
  // No titles, but plurals that the stemmer does not read: "jeu", "lieu", "pneu".
  if (/^[a-z]{1,3}eux?$/.test(word)) return [word.endsWith("x") ? word.slice(0, -1) : `${word}x`];
  if (SHORTENED.test(word)) return [word.endsWith("s") ? singular : `${word}s`];
  if (singular.length < SHORTEST) return [];
  const known = ENDINGS.find(([ending]) => singular.endsWith(ending));
  if (!known) return [];
  const [ending, others] = known;
  return others.map((other) => singular.slice(0, -ending.length) + other);
}
