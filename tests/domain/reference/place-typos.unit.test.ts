import { fc } from "#tests/support/properties.ts";
import { expect, it } from "vitest";
import { editsFrom, hasMoreBits, letterMask } from "#app/domain/reference/place-typos.ts";

/** Optimal string alignment, as the textbooks write it. */
function textbookEdits(from: string, to: string): number {
  const table = Array.from({ length: from.length + 1 }, (_, row) =>
    Array.from({ length: to.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= from.length; row += 1)
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = at(row - 1, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwap ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const edits = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replaced, swapped);
      table[row]?.splice(column, 1, edits);
    }
  return at(from.length, to.length);
}

function nearestBeginning(from: string, to: string): number {
  return Math.min(
    ...Array.from({ length: to.length + 1 }, (_, end) => textbookEdits(from, to.slice(0, end))),
  );
}

/** Few letters, so that keys are often near; some outside the alphabet of keys. */
const key = (maxLength: number) =>
  fc.array(fc.constantFrom("a", "b", "c", "é"), { maxLength }).map((letters) => letters.join(""));

/** A key and the same after a few edits, swaps of neighbours among them. */
const pair = fc.oneof({ weight: 4, arbitrary: key(12) }, key(31), key(45)).chain((typed) =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom("insert", "remove", "replace", "swap"), key(1)), {
      maxLength: 5,
    })
    .map((edits) => {
      const target = [...typed];
      for (const [place, kind, letter] of edits) {
        const at = place % (target.length + 1);
        if (kind === "insert") target.splice(at, 0, letter);
        else if (kind === "remove") target.splice(at, 1);
        else if (kind === "replace") target.splice(at, 1, letter);
        else target.splice(at, 2, ...target.slice(at, at + 2).reverse());
      }
      return [typed, target.join("")] as const;
    }),
);
const pairs = fc.oneof(pair, fc.tuple(key(12), key(12)), fc.tuple(key(45), key(45)));

it("counts the edits between two keys as the textbook does, up to any number of them", () => {
  fc.assert(
    fc.property(pairs, fc.nat({ max: 5 }), ([typed, target], max) => {
      expect(editsFrom(typed)(target, max)).toBe(Math.min(textbookEdits(typed, target), max + 1));
    }),
    { numRuns: 2000 },
  );
});

it("counts those to the nearest beginning of a longer key", () => {
  fc.assert(
    fc.property(pairs, key(8), fc.nat({ max: 5 }), ([typed, target], rest, max) => {
      expect(editsFrom(typed)(target + rest, max, true)).toBe(
        Math.min(nearestBeginning(typed, target + rest), max + 1),
      );
    }),
    { numRuns: 1000 },
  );
});

it("compares one typed key with many others", () => {
  const editsTo = editsFrom("cergy");
  expect(["cergy", "cregy", "cery", "cerg", "clergy", "nancy"].map((name) => editsTo(name, 2))).toEqual([
    0, 1, 1, 1, 1, 3,
  ]);
});

it("refuses by their letters only keys that are further", () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 3 }), ([typed, target], reach) => {
      const [mask, other] = [letterMask(typed), letterMask(target)];
      const refused = hasMoreBits(mask & ~other, reach) || hasMoreBits(other & ~mask, reach);
      expect(refused && textbookEdits(typed, target) <= reach).toBe(false);
    }),
  );
});
