/** `npm run test:mutation`: each rule of the domain is broken in turn, and a test must say so. */
export default {
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.config.ts" },
  mutate: [
    "app/domain/**/*.ts",
    // What needs the database or the network, and what holds types, schemas and catalogues alone.
    "!app/domain/**/*.server.ts",
    "!app/domain/**/*.{schema,failures}.ts",
    "!app/domain/**/{events,*-events,ports,tasks}.ts",
    // Engines and lists of places: property tests against a brute force, the directory, or SQL judge them.
    "!app/domain/{matching,reference,search}/**",
    // Readers of whole files, tried on files; lists of names.
    "!app/domain/**/import-*.ts",
    "!app/domain/accounts/demonstration-accounts.ts",
    "!app/domain/notifications/compose/event-registry.ts",
  ],
  coverageAnalysis: "perTest",
  incremental: true,
  incrementalFile: ".data/mutation.json",
  reporters: ["progress-append-only", "clear-text", "html", "json"],
  clearTextReporter: { allowColor: false, reportTests: false, reportScoreTable: true },
  htmlReporter: { fileName: "test-results/mutation/index.html" },
  jsonReporter: { fileName: "test-results/mutation/report.json" },
  tempDirName: ".data/mutation",
  ignorePatterns: ["/build", "/public", "/test-results", "/playwright-report", "/.data"],
  concurrency: 2,
  timeoutMS: 10_000,
  // Of all mutants; those that no pure test passes through are left to the tests with a database.
  thresholds: { high: 90, low: 80, break: 68 },
};
