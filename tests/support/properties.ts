import fc from "fast-check";

/**
 * Continuous integration draws the same cases for the same code, so that what it found can be looked at again; `TEST_SEED`
 * draws others. Anywhere else each run draws anew, and a failure prints its seed.
 */
const seed = Number(
  process.env.TEST_SEED ?? (process.env.CI && !process.env.TEST_LONG ? 1_796_042_721 : NaN),
);
if (Number.isFinite(seed)) fc.configureGlobal({ seed: seed % 2 ** 31 });

export { fc };
