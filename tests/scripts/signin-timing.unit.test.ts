import { expect, it } from "vitest";
import { seededRandom } from "#app/kernel/random.ts";
import { compareDelays } from "#scripts/bench/signin-parts/signin-timing.ts";

const delaysAround = (middle: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: 300 }, () => middle + 4 * random());
};

it("finds no difference between two samples of the same delays, and the one that there is otherwise", () => {
  const same = compareDelays(delaysAround(20, 1), delaysAround(20, 2), seededRandom(3));
  expect(same.interval[0]).toBeLessThan(0);
  expect(same.interval[1]).toBeGreaterThan(0);
  const slower = compareDelays(delaysAround(22, 1), delaysAround(20, 2), seededRandom(3));
  expect(slower.interval[0]).toBeGreaterThan(1);
  expect(slower.difference).toBeCloseTo(2, 0);
  expect(slower.noise).toBeLessThan(1);
});
