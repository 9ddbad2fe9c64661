import { fc } from "#tests/support/properties.ts";
import { expect, it } from "vitest";
import { IndexWords, WORD_WEIGHTS, type WordGroup } from "#app/domain/search/offer-index/index-words.ts";

type Letter = keyof typeof WORD_WEIGHTS;
type Text = Record<string, Letter>;

const LEXEMES = ["art", "artisan", "atelier", "bois", "boulang"];
const letter = fc.constantFrom<Letter>("A", "B", "C");
const text = fc.dictionary(fc.constantFrom(...LEXEMES), letter, { maxKeys: 4 });
const wanted = fc.record({
  lexeme: fc.constantFrom(...LEXEMES, "a", "bo", "zinc"),
  prefix: fc.boolean(),
  exact: fc.boolean(),
});
const groups = fc.array(fc.record({ anyOf: fc.array(wanted, { minLength: 1, maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 3,
});

const vectorOf = (words: Text) =>
  Object.entries(words)
    .map(([lexeme, place], at) => `'${lexeme}':${at + 1}${place}`)
    .join(" ");

/** The best weight of a group in a text; 0 when nothing of it is there. */
function weightOf(words: Text, { anyOf }: WordGroup): number {
  const weights = Object.entries(words).flatMap(([lexeme, place]) =>
    anyOf
      .filter((one) => (one.prefix ? lexeme.startsWith(one.lexeme) : lexeme === one.lexeme))
      .map(({ exact }) => WORD_WEIGHTS[place] - (exact ? 0 : 1)),
  );
  return Math.max(0, ...weights);
}

it("keeps the slots that hold every group and weighs them as a reading of each text does, whatever was asked before", () => {
  const searches = fc.array(
    fc.tuple(groups, fc.integer({ min: 1, max: 12 }), fc.array(text, { maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), searches, (first, asked) => {
      const words = new IndexWords();
      const texts: Text[] = [];
      const add = (one: Text) => words.add(texts.push(one) - 1, vectorOf(one));
      first.forEach(add);
      for (const [group, oneIn, later] of asked) {
        // The same words twice, as a page and its facets ask them; then once more when offers have come.
        for (const come of [[], [], later]) {
          come.forEach(add);
          const slots = texts.flatMap((_, slot) => (slot % oneIn === 0 ? [slot] : []));
          const expected = slots.filter((slot) => group.every((one) => weightOf(texts[slot] ?? {}, one) > 0));
          const found = Uint32Array.from(slots);
          const kept = words.restrict(found, slots.length, texts.length, group);
          expect([...found.subarray(0, kept)]).toEqual(expected);
          expect(expected.map((slot) => words.weights[slot])).toEqual(
            expected.map((slot) => group.reduce((sum, one) => sum + weightOf(texts[slot] ?? {}, one), 0)),
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});
