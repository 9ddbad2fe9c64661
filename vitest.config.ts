import { defineConfig } from "vitest/config";

// Far from Paris: a date computed in the machine's own time zone shows at once.
process.env.TZ = "Pacific/Auckland";

/** Nothing but functions: these tests start no PostgreSQL, and one that asks for it is refused. */
const UNIT = ["tests/{kernel,ui,emails}/**/*.test.{ts,tsx}", "tests/**/*.unit.test.{ts,tsx}"];
const END_TO_END = "tests/e2e/**";

/** Continuous integration runs files and tests in one shuffled order; `TEST_SEED` draws another, anywhere. */
const isShuffled = Boolean(process.env.CI ?? process.env.TEST_SEED);
const seed = Number(process.env.TEST_SEED ?? 1_796_042_721_629);

export default defineConfig({
  test: {
    projects: [
      // Pure functions keep nothing: their modules are loaded once a process, not once a file.
      { extends: true, test: { name: "unit", include: UNIT, exclude: [END_TO_END], isolate: false } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [END_TO_END, ...UNIT],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
    ],
    setupFiles: ["tests/support/console-guard.ts"],
    pool: "forks",
    retry: 0,
    testTimeout: process.env.TEST_LONG ? 600_000 : 20_000,
    hookTimeout: 30_000,
    sequence: { shuffle: isShuffled, seed },
    coverage: {
      provider: "v8",
      include: ["app/**/*.{ts,tsx}", "db/**/*.ts"],
      exclude: ["app/ui/generated/**"],
      reporter: ["text-summary", "html"],
      reportsDirectory: "test-results/coverage",
    },
  },
});
