import { createHmac } from "node:crypto";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";

interface Notice {
  type: string;
  /** When it happened. */
  at: Date;
  data?: Record<string, unknown>;
  /** The same for a notice told twice. */
  id?: string;
  /** When it is signed: now, as the signature's age is judged by the machine's own clock. */
  signedAt?: number;
}

/** What a route receives when the mail provider tells something, signed as the provider signs. */
export function signedNotice(
  app: AppContext,
  { type, at, data = {}, id = "msg_1", signedAt = Date.now() }: Notice,
) {
  const body = JSON.stringify({ type, created_at: at.toISOString(), data });
  const timestamp = String(Math.floor(signedAt / 1000));
  const key = Buffer.from((app.env.RESEND_WEBHOOK_SECRET ?? "").replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  const headers = { "svix-id": id, "svix-timestamp": timestamp, "svix-signature": `v1,${signature}` };
  const request = (sent = body) =>
    new Request(`http://localhost:3000${paths.mailNotices()}`, { method: "POST", headers, body: sent });
  const args = (sent?: string) => ({
    request: request(sent),
    params: {},
    context: { app, cspNonce: "", clientAddress: "127.0.0.1" },
  });
  return { body, args };
}
