import { z } from "zod";

const ADDRESS = /^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)$/;
const address = z.string().regex(ADDRESS);

const mailSchema = z.object({
  from: address,
  to: z.union([address, z.array(address).min(1).max(50)]).transform((to) => [to].flat()),
  subject: z.string().min(1),
  html: z.string().default(""),
  text: z.string().default(""),
  headers: z.record(z.string(), z.string()).default({}),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
});

export type ReceivedMail = z.infer<typeof mailSchema>;

/** One mail, or up to a hundred in one request. */
export const SENDING_PATHS = ["/emails", "/emails/batch"] as const;
export type SendingPath = (typeof SENDING_PATHS)[number];

/** An error as the provider words it. */
export interface ApiError {
  statusCode: number;
  name: string;
  message: string;
}

export type ReadMails = { ok: true; mails: ReceivedMail[] } | { ok: false; error: ApiError };

const MAX_MAILS = 100;

/** Judges a request to send, field by field, in the provider's order and words. */
export function readMails(path: SendingPath, body: unknown): ReadMails {
  if (path === "/emails") return readAll([body]);
  if (!Array.isArray(body) || body.length === 0 || body.length > MAX_MAILS)
    return refuse(422, "validation_error", "The batch must hold between 1 and 100 emails.");
  return readAll(body);
}

/** One wrong mail refuses the whole request. */
function readAll(bodies: unknown[]): ReadMails {
  const mails: ReceivedMail[] = [];
  for (const body of bodies) {
    const parsed = mailSchema.safeParse(body);
    if (!parsed.success) return refuseFirst(parsed.error, body);
    if (!parsed.data.html && !parsed.data.text)
      return refuse(422, "validation_error", "Missing `html` or `text` field.");
    mails.push(parsed.data);
  }
  return { ok: true, mails };
}

function refuseFirst(error: z.ZodError, body: unknown): ReadMails {
  const field = String(error.issues[0]?.path[0] ?? "body");
  const missing = typeof body !== "object" || body === null || !(field in body);
  return missing
    ? refuse(422, "missing_required_field", `Missing \`${field}\` field.`)
    : refuse(422, "validation_error", `Invalid \`${field}\` field.`);
}

function refuse(statusCode: number, name: string, message: string): ReadMails {
  return { ok: false, error: { statusCode, name, message } };
}
