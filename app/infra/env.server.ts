import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

/** Known to all: good enough for the demonstration, refused in production. */
const PUBLIC_SECRET = "demonstration-only-link-secret-0000";
const PUBLIC_KEY = Buffer.from("demonstration-only-key-0000-0000").toString("base64");

/** AES-256. */
const encryptionKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, "32 octets en base64 sont attendus");

const fields = z.object({
  /** What the service may do: the demonstration and the tests never call a real provider. */
  SERVICE_MODE: z.enum(["demonstration", "test", "production"]).default("production"),
  SERVICE_BRAND: z.enum(["neutre", "etat"]).default("neutre"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "une adresse postgres:// est attendue"),
  /** Proxies in front of the service whose word on the visitor's address is taken. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** Where the worker tells whether it works; it listens nowhere without it. */
  WORKER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** How long `/readyz` says that a web process stops before its port closes: as long as a balancer takes to notice. */
  STOP_NOTICE_SECONDS: z.coerce.number().min(0).max(60).default(5),
  /** Address of the service as people type it; links in e-mails start with it. */
  PUBLIC_URL: z.url().optional(),
  RESEND_API_KEY: optionalText,
  RESEND_BASE_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Stage de seconde <ne-pas-repondre@example.org>"),
  /** Where answers arrive; without it the e-mails do not invite to answer. */
  MAIL_REPLY_TO: optionalText,
  /** What the mail provider's account allows. */
  MAIL_REQUESTS_PER_SECOND: z.coerce.number().positive().max(1000).default(2),
  /** Where text messages are written, one line of JSON each: no provider carries them yet. */
  SMS_FILE: optionalText,
  /** Signs the links sent to people without account; whoever knows it can make such links. */
  LINK_SECRET: z.string().min(32, "32 caractères au moins").default(PUBLIC_SECRET),
  /** The secret before this one: links signed with it still open, new ones are signed with `LINK_SECRET`. */
  LINK_SECRET_PREVIOUS: z.string().min(32, "32 caractères au moins").optional(),
  /** Encrypts the secrets of second factors in the database. */
  ENCRYPTION_KEY: encryptionKey.default(PUBLIC_KEY),
  /** The key before this one: what it encrypted still opens, and is encrypted anew with `ENCRYPTION_KEY`. */
  ENCRYPTION_KEY_PREVIOUS: encryptionKey.optional(),
  /** Checks the notices of the mail provider. */
  RESEND_WEBHOOK_SECRET: optionalText.refine(
    (secret) => secret === undefined || /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret),
    "une clé « whsec_… » est attendue",
  ),
  /** Federations by which people sign in, each when it is told: who it is, and what we are called there. */
  EDUCONNECT_ISSUER: z.url().optional(),
  EDUCONNECT_CLIENT_ID: optionalText,
  EDUCONNECT_CLIENT_SECRET: optionalText,
  ACADEMIE_ISSUER: z.url().optional(),
  ACADEMIE_CLIENT_ID: optionalText,
  ACADEMIE_CLIENT_SECRET: optionalText,
  /** What the académie says in `acr` when it asked for two factors; without it, ours is asked. */
  ACADEMIE_ACR_VALUES: optionalText,
  PROCONNECT_ISSUER: z.url().optional(),
  PROCONNECT_CLIENT_ID: optionalText,
  PROCONNECT_CLIENT_SECRET: optionalText,
  /** What is asked of ProConnect, and nothing less taken. */
  PROCONNECT_ACR_VALUES: z.string().default("eidas0-mfa eidas1-mfa eidas2 eidas3"),
  /** National pupil numbers are kept as keyed hashes only; another key would match none of them. */
  PUPIL_NUMBER_KEY: encryptionKey.default(PUBLIC_KEY),
  MAPBOX_ACCESS_TOKEN: optionalText,
  /** Pictures of the map; without them it draws outlines of its own, and no other server is asked anything. */
  MAP_TILES_URL: optionalText.refine(
    (url) =>
      url === undefined ||
      /^(https:\/\/[^/\s;,']+|http:\/\/(localhost|127\.0\.0\.1)(:\d+)?)\/(?=\S*\{z\})(?=\S*\{x\})(?=\S*\{y\})\S+$/.test(
        url,
      ),
    "une adresse https:// avec {z}, {x} et {y} est attendue",
  ),
  MAP_TILES_ATTRIBUTION: optionalText,
  /** Who publishes the service, who hosts it (name, address, telephone) and where to write: what the law has a site tell. */
  LEGAL_PUBLISHER: optionalText,
  LEGAL_HOST: optionalText,
  CONTACT_EMAIL: z.email("une adresse électronique est attendue").default("contact@example.org"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
});

/** Names of all that the environment may tell. */
export const ENV_VARIABLES = Object.keys(fields.shape);

type Rule = (value: string | undefined) => string | null;

const required: Rule = (value) => (value === undefined ? "obligatoire en production" : null);
const forbidden: Rule = (value) =>
  value === undefined ? null : "le service de remplacement est interdit en production";
const notAnExample =
  (what: string): Rule =>
  (value) =>
    value === undefined || value.includes("example.org") ? `${what} est obligatoire en production` : null;

const overTls: Rule = (value) =>
  value === undefined || value.startsWith("https://")
    ? null
    : "une adresse https:// est obligatoire en production";

/** What production asks for beyond the form of each variable. They are read raw, so that all is told at once. */
const PRODUCTION_RULES: Partial<Record<keyof z.infer<typeof fields>, Rule>> = {
  TRUSTED_PROXIES: (value) =>
    value === undefined
      ? "obligatoire en production : le nombre de relais devant le service, 0 si aucun"
      : null,
  PUBLIC_URL: (value) =>
    value?.startsWith("https://") ? null : "une adresse https:// est obligatoire en production",
  RESEND_API_KEY: required,
  RESEND_WEBHOOK_SECRET: required,
  RESEND_BASE_URL: forbidden,
  LINK_SECRET: (value) => (value === PUBLIC_SECRET ? "obligatoire en production" : required(value)),
  ENCRYPTION_KEY: (value) => (value === PUBLIC_KEY ? "obligatoire en production" : required(value)),
  MAIL_FROM: notAnExample("une adresse d’expédition réelle"),
  MAIL_REPLY_TO: notAnExample("l’adresse qui reçoit les réponses aux e-mails"),
  EDUCONNECT_ISSUER: overTls,
  ACADEMIE_ISSUER: overTls,
  PROCONNECT_ISSUER: overTls,
  MAP_TILES_URL: overTls,
  LEGAL_PUBLISHER: required,
  LEGAL_HOST: required,
  CONTACT_EMAIL: notAnExample("l’adresse à laquelle écrire au service"),
};

const schema = fields.transform((env) => ({
  ...env,
  PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
}));

export type Env = z.infer<typeof schema>;

export class InvalidEnvironment extends Error {}

type Source = Record<string, string | undefined>;

/** A variable that is there and says nothing counts as absent. */
function withoutBlanks(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
}

const inFrench = z.locales.fr().localeError;

/** The faults of each variable, in French; one that is absent is told as such, whatever form it should have. */
function faultsOf(shape: z.ZodType, given: Source): Map<string, string> {
  const issues = shape.safeParse(given, { error: inFrench }).error?.issues ?? [];
  return new Map(
    issues.map(({ path, message }) => {
      const name = path.map(String).join(".");
      return [name, given[name] === undefined ? "obligatoire" : message];
    }),
  );
}

function refuse(faults: Map<string, string>): never {
  const sentences = [...faults].map(([name, message]) => `${name} : ${message}`);
  throw new InvalidEnvironment(`Configuration refusée.\n  ${sentences.join("\n  ")}`);
}

const FEDERATIONS = ["EDUCONNECT", "ACADEMIE", "PROCONNECT"];

/** A federation is told in whole; pupils who come by EduConnect are known by a number whose key nobody else has. */
function faultsOfFederations(given: Source): [string, string][] {
  const faults = FEDERATIONS.filter((name) => given[`${name}_ISSUER`]).flatMap((name) =>
    [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`]
      .filter((variable) => given[variable] === undefined)
      .map((variable): [string, string] => [variable, `obligatoire avec ${name}_ISSUER`]),
  );
  const key = given.PUPIL_NUMBER_KEY;
  const isProduction = (given.SERVICE_MODE ?? "production") === "production";
  if (isProduction && given.EDUCONNECT_ISSUER && (key === undefined || key === PUBLIC_KEY))
    faults.push(["PUPIL_NUMBER_KEY", "obligatoire en production avec EDUCONNECT_ISSUER"]);
  return faults;
}

/** Reads the configuration once, at start. Throws `InvalidEnvironment` with one sentence a variable. */
export function readEnv(source: Source = process.env): Env {
  const given = withoutBlanks(source);
  const faults = faultsOf(schema, given);
  if ((given.SERVICE_MODE ?? "production") === "production") {
    for (const [name, rule] of Object.entries(PRODUCTION_RULES)) {
      const message = rule(given[name]?.trim());
      if (message && !faults.has(name)) faults.set(name, message);
    }
  }
  for (const [name, message] of faultsOfFederations(given)) if (!faults.has(name)) faults.set(name, message);
  return faults.size > 0 ? refuse(faults) : schema.parse(given);
}

const databaseFields = fields.pick({ SERVICE_MODE: true, DATABASE_URL: true });

/** What a command needs that works on the database alone: no mail, no public address. */
export function readDatabaseEnv(source: Source = process.env): z.infer<typeof databaseFields> {
  const given = withoutBlanks(source);
  const faults = faultsOf(databaseFields, given);
  return faults.size > 0 ? refuse(faults) : databaseFields.parse(given);
}
