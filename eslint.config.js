import compat from "eslint-plugin-compat";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const noEnvironment = {
  "no-restricted-properties": [
    "error",
    {
      object: "process",
      property: "env",
      message: "The environment is read once, in app/infra/env.server.ts, and handed over.",
    },
  ],
};

/** A spread says "a copy of what stands elsewhere": fields written here are written as fields. */
const noSpreadOfLiteral = [
  {
    selector: "ObjectExpression > SpreadElement > ObjectExpression",
    message: "Write the fields: a spread is for a copy of something that stands elsewhere.",
  },
  {
    selector: "JSXSpreadAttribute > ObjectExpression",
    message: "Write the properties: a spread is for a copy of something that stands elsewhere.",
  },
];

const noClock = {
  "no-restricted-syntax": [
    "error",
    ...noSpreadOfLiteral,
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: "The clock is a parameter (ctx.clock.now()): tests move it.",
    },
    {
      selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
      message: "The clock is a parameter (ctx.clock.now()): tests move it.",
    },
  ],
};

/** One dialect at the edge of HTTP: one way to leave, one to read a form, one to reach what the process holds. */
const leaveByThrowing = {
  selector: ":not(ThrowStatement) > CallExpression[callee.name='redirect']",
  message: "A redirect is thrown, in loaders, actions and their helpers alike.",
};
const formsReadOnce = {
  selector: "CallExpression[callee.property.name='formData']",
  message: "Forms are read by app/web/forms.server.ts: a raw one can carry anything.",
};
const codesReadOnce = {
  selector: "CallExpression[callee.property.name='get'][arguments.0.value=/^(intent|fait)$/]",
  message:
    "What a form asks for is read by readIntent, what was just done by doneOn: unknown codes end there.",
};
const contextReadOnce = [
  "MemberExpression[object.property.name='context'][property.name=/^(app|clientAddress)$/]",
  "MemberExpression[object.name='context'][property.name=/^(app|clientAddress)$/]",
  "ObjectPattern > Property[key.name='context'] > ObjectPattern",
].map((selector) => ({
  selector,
  message: "What the process holds is asked of appOf(args) (app/web/app-of.server.ts).",
}));

const edgeDialect = (...rules) => ({
  "no-restricted-syntax": ["error", ...noSpreadOfLiteral, leaveByThrowing, ...rules],
});

/** What the framework does not document, or will not have tomorrow. */
const documentedFramework = (...importNames) => ({
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          group: ["@remix-run/*"],
          importNamePattern: `^(unstable_|UNSAFE_${importNames.map((name) => `|${name}$`).join("")})`,
          message: "Only what the framework documents, and its EntryContext only where it is read today.",
        },
      ],
    },
  ],
});

/**
 * The oldest browsers in which pages come alive; older ones get the same pages without JavaScript (`app/entry.client.tsx`).
 * Methods of arrays have no name that the plugin could look up: those that came later are refused one by one.
 */
const OLDEST_BROWSERS = ["ios >= 15", "safari >= 15", "chrome >= 90", "firefox >= 91"];
const LATE_METHODS =
  "at|findLast|findLastIndex|toReversed|toSorted|toSpliced|with|hasOwn|canParse|groupBy|withResolvers|structuredClone";

const forOldBrowsers = {
  "compat/compat": "error",
  "no-restricted-syntax": [
    "error",
    ...noClock["no-restricted-syntax"].slice(1),
    {
      selector: `CallExpression[callee.property.name=/^(${LATE_METHODS})$/]`,
      message: "Phones of 2021 do not have it, and this code runs in them.",
    },
    {
      selector: "Literal[regex.pattern=/\\(\\?<[=!]/]",
      message: "Safari before 16.4 does not read a script that looks behind.",
    },
    {
      selector: "CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]",
      message: "Browsers write it each in their own way: use frenchNumber or frenchDate.",
    },
    {
      selector: "NewExpression[callee.object.name='Intl'][callee.property.name!='Collator']",
      message: "Browsers write it each in their own way: use frenchNumber, frenchDate or wallClock.",
    },
  ],
};

/** Words that the glossary of the README replaces by those of the trade. */
const formerWords = [
  ...["courier", "Courier", "couriers", "parcel", "Parcel", "parcels", "shipment", "Shipment", "shipments"],
  ...[
    "messageClass",
    "MessageClass",
    "EVENT_CLASSES",
    "DomainEvent",
    "isGoodHour",
    "nextGoodHour",
    "goodDay",
  ],
  ...["releaseGoodHour", "giveNotices", "giveAlerts", "planNotices", "NOTICES", "noticeMarks", "askSoon"],
  ...[
    "ProviderNotice",
    "providerNotices",
    "recordProviderNotice",
    "readMailNotice",
    "listSilences",
    "Silence",
  ],
  ...["SilenceReason", "silenceOf", "Telling", "writeLetters", "renderLetter", "afterPlace", "told_at"],
];

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      "build/",
      ".data/",
      "test-results/",
      "playwright-report/",
      "public/",
      "app/ui/generated/",
      "db/migrations/",
    ],
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: "error",
      "id-denylist": ["error", ...formerWords],
      "no-console": "error",
      "no-restricted-syntax": ["error", ...noSpreadOfLiteral],
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": true, "ts-ignore": true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // `import { type A } from` would still load the module: a server package would end in the browser's graph.
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-explicit-any": "error",
      // Remix throws responses: a redirect leaves a loader that way.
      "@typescript-eslint/only-throw-error": ["error", { allow: ["Response", "TypedResponse", "Rollback"] }],
      // An interface may ask for a promise where one implementation has nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // Our objects are closures: their methods never use `this` and may be taken apart.
      "@typescript-eslint/unbound-method": "off",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["app/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.recommended, reactHooks.configs.flat.recommended],
  },
  { files: ["app/**", "db/**"], ignores: ["app/infra/env.server.ts"], rules: noEnvironment },
  { files: ["app/domain/**", "app/kernel/**"], ignores: ["app/kernel/clock.ts"], rules: noClock },
  {
    files: ["app/routes/**", "app/web/**", "app/*.tsx"],
    rules: edgeDialect(formsReadOnce, codesReadOnce, ...contextReadOnce),
  },
  { files: ["app/web/forms.server.ts"], rules: edgeDialect(...contextReadOnce) },
  { files: ["app/web/app-of.server.ts"], rules: edgeDialect(formsReadOnce, codesReadOnce) },
  { files: ["app/**"], rules: documentedFramework("EntryContext") },
  {
    files: ["app/entry.server.tsx", "app/web/json-answer.server.ts", "app/web/visitor-tag.server.ts"],
    rules: documentedFramework(),
  },
  // The framework's only way to read files as they arrive is not settled; it has one caller.
  { files: ["app/web/uploads.server.ts"], rules: { "no-restricted-imports": "off" } },
  {
    files: ["app/ui/**", "app/kernel/**", "app/domain/**", "app/paths.ts", "app/entry.client.tsx"],
    ignores: ["**/*.server.{ts,tsx}", "app/kernel/wall-clock.ts", "app/kernel/clock.ts"],
    plugins: { compat },
    // `notification` is a row of ours, not the browser's interface.
    settings: { browsers: OLDEST_BROWSERS, lintAllEsApis: true, polyfills: ["Notification"] },
    rules: forOldBrowsers,
  },
  { files: ["scripts/**", "tests/**"], rules: { "no-console": "off" } },
  {
    files: ["**/*.{js,mjs,cjs}"],
    languageOptions: {
      globals: { process: "readonly", URL: "readonly", module: "writable", setTimeout: "readonly" },
    },
    rules: {
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...noSpreadOfLiteral],
      "no-unused-vars": "error",
      "no-var": "error",
      "prefer-const": "error",
    },
  },
);
