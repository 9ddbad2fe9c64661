import { defineConfig } from "vitest/config";

// Far from Paris, as in vitest.config.ts.
process.env.TZ = "Pacific/Auckland";

/** The tests that judge the pure rules of the domain: no database, and none of the engines that have proofs of their own. */
export default defineConfig({
  test: {
    include: ["tests/domain/**/*.unit.test.ts"],
    exclude: ["tests/domain/{matching,reference,search}/**"],
    testTimeout: 20_000,
  },
});
