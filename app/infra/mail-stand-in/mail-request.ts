import { z } from "zod";

const ADDRESS = /^(?:[^<>]*<[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)$/;
const address = z.string().regex(ADDRESS);

const mailSchema = z.object({
  from: address,
  to: z.union([address, z.array(address).min(1).max(50)]).transform((to) => [to].flat()),
  subject: z.string().min(1),
  html: z.string().default(""),
  text: z.string().default(""),
});

export type ReceivedMail = z.infer<typeof mailSchema>;

/** An error as the provider words it. */
export interface ApiError {
  statusCode: number;
  name: string;
  message: string;
}

export type ReadMail = { ok: true; mail: ReceivedMail } | { ok: false; error: ApiError };

/** Judges a request to send, field by field, in the provider's order and words. */
export function readMail(body: unknown): ReadMail {
  const parsed = mailSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = String(issue?.path[0] ?? "body");
    const missing = typeof body !== "object" || body === null || !(field in body);
    return missing
      ? refuse(422, "missing_required_field", `Missing \`${field}\` field.`)
      : refuse(422, "validation_error", `Invalid \`${field}\` field.`);
  }
  if (!parsed.data.html && !parsed.data.text)
    return refuse(422, "validation_error", "Missing `html` or `text` field.");
  return { ok: true, mail: parsed.data };
}

function refuse(statusCode: number, name: string, message: string): ReadMail {
  return { ok: false, error: { statusCode, name, message } };
}
