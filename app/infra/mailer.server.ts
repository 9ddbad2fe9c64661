import { Resend, type CreateEmailOptions, type ErrorResponse } from "resend";
import { z } from "zod";
import { err, ok, type Result } from "#app/kernel/result.ts";
import type {
  MessageProvider,
  SendFailure,
  OutgoingMessage,
} from "#app/domain/notifications/delivery/message-provider.ts";
import type { Env } from "./env.server.ts";

type MailSettings = Pick<
  Env,
  "SERVICE_MODE" | "RESEND_API_KEY" | "RESEND_BASE_URL" | "MAIL_FROM" | "MAIL_REPLY_TO"
>;

/** What the provider takes in one request. */
const MAX_BATCH_SIZE = 100;
const ANSWER_TIMEOUT_MS = 20_000;
const STAND_IN_KEY = "re_stand_in";

/** Refusals of the request itself. A revoked key, an unverified domain or a full quota will be put right. */
const REFUSALS = {
  statuses: [400, 422],
  codes: [
    "validation_error",
    "missing_required_field",
    "invalid_parameter",
    "invalid_attachment",
    "invalid_idempotency_key",
  ],
};
const TOO_LARGE = 413;
const TOO_MANY = "rate_limit_exceeded";
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 600_000;

/** The tag by which the provider's webhook events name the message, even when its answer never reached us. */
export const MESSAGE_TAG = "message";

/** The Resend client, or the same client on a stand-in of the provider at `RESEND_BASE_URL`. */
export function createMailer(env: MailSettings): MessageProvider {
  const production = env.SERVICE_MODE === "production";
  if (!production && !env.RESEND_BASE_URL)
    throw new Error("Outside production, e-mails only go to a stand-in: RESEND_BASE_URL is missing.");
  const client = production
    ? new Resend(env.RESEND_API_KEY, { baseUrl: "https://api.resend.com" })
    : new Resend(STAND_IN_KEY, { baseUrl: env.RESEND_BASE_URL ?? "" });
  return {
    maxBatchSize: MAX_BATCH_SIZE,
    async send(key, messages) {
      const options = { idempotencyKey: key, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) };
      const [mail, ...others] = messages.map((message) => toMail(message, env));
      if (!mail) return ok([]);
      if (others.length === 0) {
        const { data, error, headers } = await client.emails.send(mail, options);
        return data ? readIds([data], 1) : err(readRefusal(error, headers));
      }
      // Strict: one wrong mail refuses the whole request, and nothing is sent.
      const { data, error, headers } = await client.batch.send([mail, ...others], options);
      return data ? readIds(data.data, messages.length) : err(readRefusal(error, headers));
    },
  };
}

/** A proxy on the way may answer 200 in the provider's place. */
function readIds(answers: unknown, expected: number): Result<string[], SendFailure> {
  const read = z
    .array(z.object({ id: z.string().min(1) }))
    .length(expected)
    .safeParse(answers);
  return read.success
    ? ok(read.data.map(({ id }) => id))
    : err({ kind: "trouble", reason: "unreadable answer" });
}

function toMail(message: OutgoingMessage, env: MailSettings): CreateEmailOptions {
  const { messageId, recipient, subject, html, text, unsubscribeUrl } = message;
  return {
    from: env.MAIL_FROM,
    to: recipient,
    ...(env.MAIL_REPLY_TO ? { replyTo: env.MAIL_REPLY_TO } : {}),
    subject,
    html,
    text,
    ...(unsubscribeUrl ? { headers: oneClick(unsubscribeUrl) } : {}),
    tags: [{ name: MESSAGE_TAG, value: messageId }],
  };
}

/** RFC 8058: the mail reader's own button refuses such messages, without opening a page. */
function oneClick(url: string): Record<string, string> {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** The provider's code and status; its sentence may quote an address and is left out. */
function readRefusal(
  { name, statusCode }: ErrorResponse,
  headers: Record<string, string> | null,
): SendFailure {
  const reason = `${name} (${statusCode ?? "no answer"})`;
  if (name === "invalid_idempotent_request") return { kind: "conflict", reason };
  if (name === TOO_MANY) return { kind: "busy", reason, waitMs: waitAsked(headers) };
  const wrong =
    statusCode !== null && REFUSALS.statuses.includes(statusCode) && REFUSALS.codes.includes(name);
  if (wrong || statusCode === TOO_LARGE) return { kind: "refused", reason };
  return { kind: "trouble", reason };
}

function waitAsked(headers: Record<string, string> | null): number {
  const seconds = Number(headers?.["retry-after"] ?? 0);
  const asked = Number.isFinite(seconds) ? seconds * 1000 : 0;
  return Math.min(Math.max(asked, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
}
