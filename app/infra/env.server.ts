import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === "" ? undefined : value));

/** Known to all: good enough for the demonstration, refused in production. */
const PUBLIC_SECRET = "demonstration-only-link-secret-0000";

const schema = z
  .object({
    /** What the service may do: the demonstration and the tests never call a real provider. */
    SERVICE_MODE: z.enum(["demonstration", "test", "production"]).default("production"),
    SERVICE_BRAND: z.enum(["neutre", "etat"]).default("neutre"),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "une adresse postgres:// est attendue"),
    /** Proxies in front of the service whose word on the visitor's address is taken. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
    /** Address of the service as people type it; links in e-mails start with it. */
    PUBLIC_URL: z.url().optional(),
    RESEND_API_KEY: optionalText,
    RESEND_BASE_URL: z.url().optional(),
    MAIL_FROM: z.string().default("Stage de seconde <ne-pas-repondre@example.org>"),
    MAIL_REPLY_TO: optionalText,
    /** What the mail provider's account allows. */
    MAIL_REQUESTS_PER_SECOND: z.coerce.number().positive().max(1000).default(2),
    /** Where text messages are written, one line of JSON each: no provider carries them yet. */
    SMS_FILE: optionalText,
    /** Signs the links sent to people without account; whoever knows it can make such links. */
    LINK_SECRET: z.string().min(32, "32 caractères au moins").default(PUBLIC_SECRET),
    /** Checks the notices of the mail provider. */
    RESEND_WEBHOOK_SECRET: optionalText.refine(
      (secret) => secret === undefined || /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret),
      "une clé « whsec_… » est attendue",
    ),
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
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  })
  .superRefine((env, context) => {
    if (env.SERVICE_MODE !== "production") return;
    const refuse = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!env.RESEND_API_KEY) refuse("RESEND_API_KEY", "obligatoire en production");
    if (env.LINK_SECRET === PUBLIC_SECRET) refuse("LINK_SECRET", "obligatoire en production");
    if (!env.RESEND_WEBHOOK_SECRET) refuse("RESEND_WEBHOOK_SECRET", "obligatoire en production");
    if (env.RESEND_BASE_URL)
      refuse("RESEND_BASE_URL", "le service de remplacement est interdit en production");
    if (env.MAP_TILES_URL?.startsWith("http:"))
      refuse("MAP_TILES_URL", "une adresse https:// est obligatoire en production");
    if (!env.PUBLIC_URL?.startsWith("https://"))
      refuse("PUBLIC_URL", "une adresse https:// est obligatoire en production");
    if (env.MAIL_FROM.includes("example.org"))
      refuse("MAIL_FROM", "une adresse d’expédition réelle est obligatoire en production");
  })
  .transform((env) => ({
    ...env,
    PUBLIC_URL: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
  }));

export type Env = z.infer<typeof schema>;

export class InvalidEnvironment extends Error {}

/** Reads the configuration once, at start. Throws `InvalidEnvironment` with one sentence a variable. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`);
  throw new InvalidEnvironment(`Configuration refusée.\n  ${sentences.join("\n  ")}`);
}
