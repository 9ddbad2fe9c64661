import { Resend } from "resend";
import { z } from "zod";
import type {
  ProviderWebhookEvent,
  ProviderStatus,
} from "#app/domain/notifications/delivery/webhook-event.ts";
import { err, ok, type Result } from "#app/kernel/result.ts";
import { MESSAGE_TAG } from "./mailer.server.ts";

const STATUSES: Record<string, ProviderStatus> = {
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
  /** The provider keeps a list of its own of the addresses that take no mail. */
  "email.suppressed": "bounced",
};

/** A text that the database can keep. */
const keptText = z
  .string()
  .max(100)
  .regex(/^[^\0]*$/);

/** Whoever signs a date of another era is not telling of our mails, and the database knows no year before -4712. */
const keptDate = z.coerce.date().min(new Date("2000-01-01")).max(new Date("2200-01-01"));

const webhookSchema = z.object({
  type: keptText,
  created_at: keptDate,
  data: z
    .object({
      email_id: keptText,
      tags: z.record(z.string(), z.string()),
      bounce: z.object({ type: z.string() }),
    })
    .partial(),
});

/** `forged`: not signed by the provider, or signed too long ago. */
export type WebhookFailure = "forged" | "unreadable";

/** Reads a webhook event of the mail provider, whose signature is over the very bytes of the request. */
export function readMailWebhook(
  secret: string,
  headers: Headers,
  payload: string,
): Result<ProviderWebhookEvent, WebhookFailure> {
  const id = headers.get("svix-id") ?? "";
  const signed = {
    id,
    timestamp: headers.get("svix-timestamp") ?? "",
    signature: headers.get("svix-signature") ?? "",
  };
  let body: unknown;
  try {
    // Signatures are checked without a word to the provider: no key is needed.
    body = new Resend("re_unused").webhooks.verify({ payload, headers: signed, webhookSecret: secret });
  } catch (error) {
    return err(error instanceof SyntaxError ? "unreadable" : "forged");
  }
  const read = webhookSchema.safeParse(body);
  if (!read.success) return err("unreadable");
  const { type, created_at: at, data } = read.data;
  const status = STATUSES[type] ?? null;
  const passing = data.bounce !== undefined && data.bounce.type !== "Permanent";
  return ok({
    id,
    type,
    at,
    status,
    providerId: data.email_id ?? null,
    messageId: data.tags?.[MESSAGE_TAG] ?? null,
    endsAddress: status === "complained" || (status === "bounced" && !passing),
  });
}
