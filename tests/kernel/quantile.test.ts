import { expect, it } from "vitest";
import { quantile } from "#app/kernel/quantile.ts";

it.each([
  [[3, 1, 2], 0.5, 2],
  [[10, 9, 2, 100], 0.5, 10],
  [[5, 4, 3, 2, 1], 0, 1],
  [[1, 2, 3], 1, 3],
  [[7], 0.99, 7],
  [[], 0.5, 0],
])("of %j at %d is %d, by number and not by word", (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});

it("leaves the values in their order", () => {
  const values = [3, 1, 2];
  quantile(values, 0.5);
  expect(values).toEqual([3, 1, 2]);
});
