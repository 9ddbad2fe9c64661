import { Resend } from "resend";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type { Env } from "./env.server.ts";

export interface OutgoingMail {
  /** The provider drops a second request that bears the same key and the same content. */
  idempotencyKey: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
}

export interface MailRefusal {
  /** Asking again would get the same answer: the request itself is wrong. */
  permanent: boolean;
  /** The provider's code and status; its sentence may quote an address and is left out. */
  reason: string;
}

export interface Mailer {
  /** Hands one e-mail to the provider, which answers with its own identifier. */
  send(mail: OutgoingMail): Promise<Result<{ providerId: string }, MailRefusal>>;
}

type MailSettings = Pick<
  Env,
  "SERVICE_MODE" | "RESEND_API_KEY" | "RESEND_BASE_URL" | "MAIL_FROM" | "MAIL_REPLY_TO"
>;

const ANSWER_TIMEOUT_MS = 20_000;
const STAND_IN_KEY = "re_stand_in";

/** Refusals of the request itself. A revoked key, an unverified domain or a full quota will be put right. */
const PERMANENT_STATUSES = [400, 409, 422];
const PERMANENT_CODES = [
  "validation_error",
  "missing_required_field",
  "invalid_parameter",
  "invalid_attachment",
  "invalid_idempotency_key",
  "invalid_idempotent_request",
];

/** The Resend client, or the same client on a stand-in of the provider at `RESEND_BASE_URL`. */
export function createMailer(env: MailSettings): Mailer {
  const production = env.SERVICE_MODE === "production";
  if (!production && !env.RESEND_BASE_URL)
    throw new Error("Outside production, e-mails only go to a stand-in: RESEND_BASE_URL is missing.");
  const client = production
    ? new Resend(env.RESEND_API_KEY, { baseUrl: "https://api.resend.com" })
    : new Resend(STAND_IN_KEY, { baseUrl: env.RESEND_BASE_URL ?? "" });
  return {
    async send({ idempotencyKey, recipient, subject, html, text }) {
      const request = {
        from: env.MAIL_FROM,
        to: recipient,
        ...(env.MAIL_REPLY_TO ? { replyTo: env.MAIL_REPLY_TO } : {}),
        subject,
        html,
        text,
      };
      const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
      const { data, error } = await client.emails.send(request, { idempotencyKey, signal });
      if (data) return ok({ providerId: data.id });
      const { name, statusCode } = error;
      const permanent =
        statusCode !== null && PERMANENT_STATUSES.includes(statusCode) && PERMANENT_CODES.includes(name);
      return err({ permanent, reason: `${name} (${statusCode ?? "no answer"})` });
    },
  };
}
