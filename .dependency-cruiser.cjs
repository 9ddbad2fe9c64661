/** The direction of imports: who may know whom. `npm run check` refuses the rest. */

/** A rule against imports from one place to another. */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** Domains from the ground up: a domain may only know those of the lines above its own. */
const domainLayers = [
  ["reference", "history", "hours", "outbox"],
  ["audit", "accounts", "schools", "campaigns"],
  ["hosts"],
  ["offers"],
  ["search", "applications"],
  ["agreements", "matching", "help", "discovery"],
  ["guardians", "activation", "found"],
  ["federation"],
  ["sign-in-failures"],
  ["personal-data"],
  ["notifications", "operations", "statistics", "partners", "follow-up"],
];
const topDomains = domainLayers.at(-1);

const domainRules = domainLayers.flatMap((layer, level) => {
  const above = domainLayers.slice(level + 1).flat();
  if (above.length === 0) return [];
  return [
    forbid(
      `domain-order-${layer[0]}`,
      `${layer.join(", ")}: lower domains never know those above them`,
      { path: `^app/domain/(${layer.join("|")})/` },
      { path: `^app/domain/(${above.join("|")})/` },
    ),
  ];
});

module.exports = {
  forbidden: [
    forbid("no-circle", "Circles of modules", {}, { circular: true }),
    forbid("unresolved", "An import that leads nowhere", {}, { couldNotResolve: true }),
    forbid(
      "kernel-alone",
      "The kernel knows nobody",
      { path: "^app/kernel/" },
      { path: "^(app/(?!kernel/)|db/|scripts/|tests/)" },
    ),
    forbid(
      "db-on-pure-modules",
      "The database layer knows the kernel, and the domains' pure modules for their lists; seeds may use all that the domains offer",
      { path: "^db/", pathNot: "^db/seed/" },
      { path: "^(app/(?!kernel/|domain/)|app/domain/.*\\.server\\.ts$|scripts/|tests/)" },
    ),
    forbid(
      "seed-on-domain",
      "Seeds know domains, not the edges",
      { path: "^db/seed/" },
      { path: "^(app/(routes|ui|web|emails|jobs)/|scripts/|tests/)" },
    ),
    forbid(
      "domain-on-db",
      "Domains never know routes, pages, the HTTP edge, adapters, e-mails or jobs",
      { path: "^app/domain/", pathNot: "^app/domain/notifications/" },
      { path: "^(app/(?!domain/|kernel/)|db/seed/demonstration|scripts/|tests/)" },
    ),
    forbid(
      "notifications-on-emails",
      "The messaging wing writes e-mails, with addresses of ours: it knows templates and paths, no other edge",
      { path: "^app/domain/notifications/" },
      { path: "^(app/(?!domain/|kernel/|emails/|paths\\.ts$)|db/seed/demonstration|scripts/|tests/)" },
    ),
    forbid(
      "jobs-without-tables",
      "Jobs say what runs when: what they do, SQL included, is in the domains",
      { path: "^app/jobs/" },
      { path: "(^db/(?!client\\.ts$)|node_modules/(drizzle-orm|postgres)/)" },
    ),
    forbid(
      "domain-pure",
      "Pure modules of a domain stay free of the database: the pages import them",
      { path: "^app/domain/", pathNot: "\\.server\\.ts$" },
      {
        path: "(^db/(?!seed/reference/)|\\.server\\.ts$|node_modules/(drizzle-orm|postgres)/)",
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "infra-on-ports",
      "Adapters know the domains' ports and types, never their use cases; one module puts all together",
      { path: "^app/infra/", pathNot: "/create-app-context\\.server\\.ts$" },
      {
        path: "^(app/(routes|ui|web|emails|jobs)/|app/domain/.*\\.(queries|store)\\.server\\.ts$|scripts/|tests/)",
      },
    ),
    forbid(
      "ui-without-data",
      "Components get their data from their properties",
      { path: "^app/ui/" },
      { path: "(^app/(routes|web|infra|jobs|emails)/|^db/|^scripts/|^tests/|\\.server\\.tsx?$)" },
    ),
    forbid(
      "emails-without-data",
      "E-mails get their data from their properties",
      { path: "^app/emails/" },
      { path: "(^app/(routes|web|infra|jobs)/|^app/domain/.*\\.server\\.ts$|^db/|^scripts/|^tests/)" },
    ),
    forbid(
      "web-below-routes",
      "The HTTP edge serves routes, it does not know them",
      { path: "^app/web/" },
      { path: "^(app/(routes|jobs|emails)/|scripts/|tests/)" },
    ),
    forbid(
      "routes-without-sql",
      "Routes ask use cases and queries",
      { path: "^app/routes/" },
      { path: "(^db/|node_modules/(drizzle-orm|postgres)/)" },
    ),
    forbid(
      "routes-are-leaves",
      "Nobody imports a route but the list of routes",
      { path: "^(app|db)/", pathNot: "^app/(routes/|routes\\.ts)" },
      { path: "^app/routes/" },
    ),
    forbid(
      "framework-at-the-edge",
      "Domains, the database, the kernel and e-mails know no web framework",
      { path: "^(app/(domain|kernel|emails)|db)/" },
      { path: "node_modules/@remix-run/" },
    ),
    forbid(
      "design-system-in-ui",
      "Another operator may put another design in app/ui",
      { path: "^(app|db|scripts)/", pathNot: "^app/ui/" },
      { path: "node_modules/@codegouvfr/react-dsfr" },
    ),
    forbid("nothing-on-tests", "Only tests know tests", { path: "^(app|db|scripts)/" }, { path: "^tests/" }),
    forbid("app-not-on-scripts", "Scripts are entry points", { path: "^(app|db)/" }, { path: "^scripts/" }),
    forbid(
      "framework-at-the-edge",
      "The web framework may change: what the service knows and does stays free of it",
      { path: "^(db|app/(domain|kernel|emails|jobs))/" },
      { path: "node_modules/@remix-run/" },
    ),
    forbid(
      "no-development-packages",
      "Production installs without development packages; those that the build takes in are not needed any more",
      {
        path: "^(app|db|scripts/support)/|^scripts/(web|worker|match|(db|import|check)-[a-z-]+)\\.ts$",
        pathNot: "(^app/routes|\\.d)\\.ts$",
      },
      {
        path: "node_modules/",
        pathNot: "node_modules/(@codegouvfr/react-dsfr|leaflet)/",
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    forbid(
      "nobody-on-top-domains",
      "Domains on top are known by routes, jobs and scripts only",
      { path: `^app/domain/(?!(${topDomains.join("|")})/)` },
      { path: `^app/domain/(${topDomains.join("|")})/` },
    ),
    ...domainRules,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|\\.data|test-results|app/ui/generated)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
