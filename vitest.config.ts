import { defineConfig } from "vitest/config";

// Far from Paris: a date computed in the machine's own time zone shows at once.
process.env.TZ = "Pacific/Auckland";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**"],
    globalSetup: ["tests/support/global-setup.ts"],
    setupFiles: ["tests/support/console-guard.ts"],
    pool: "forks",
    retry: 0,
    testTimeout: process.env.TEST_LONG ? 600_000 : 20_000,
    hookTimeout: 30_000,
  },
});
