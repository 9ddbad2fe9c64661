import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/bootstrap/system-packages.mjs";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/support/e2e-setup.ts",
  outputDir: "test-results/e2e",
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ["list"],
    ["json", { outputFile: "test-results/playwright.json" }],
    // Kept by continuous integration, with the pictures of what failed.
    ...(process.env.CI ? [["html", { outputFolder: "playwright-report", open: "never" }] as const] : []),
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // A trace makes every page a third dearer: `npx playwright test FILE --trace on` looks closer at what failed.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
