import type { ActionFunctionArgs } from "@remix-run/node";
import { recordWebhookEvent } from "#app/domain/notifications/delivery/record-webhook-event.server.ts";
import { readMailWebhook } from "#app/infra/mail-webhooks.server.ts";
import { appOf } from "#app/web/app-of.server.ts";

const MAX_CHARACTERS = 100_000;
const answer = (status: number, error: string) =>
  Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });

/** The mail provider says what became of our mails; said twice, it counts once. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const secret = app.env.RESEND_WEBHOOK_SECRET;
  if (!secret) return answer(404, "not_found");
  const payload = await request.text();
  if (payload.length > MAX_CHARACTERS) return answer(413, "too_large");
  const event = readMailWebhook(secret, request.headers, payload);
  if (!event.ok) return event.error === "forged" ? answer(401, "bad_signature") : answer(400, "unreadable");
  await recordWebhookEvent(app, event.value);
  return Response.json({ received: true }, { headers: { "Cache-Control": "no-store" } });
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
