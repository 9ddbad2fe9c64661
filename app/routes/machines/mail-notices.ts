import type { ActionFunctionArgs } from "@remix-run/node";
import { recordProviderNotice } from "#app/domain/notifications/record-provider-notice.server.ts";
import { readMailNotice } from "#app/infra/mail-notices.server.ts";
import { appOf } from "#app/web/app-of.server.ts";

const MAX_CHARACTERS = 100_000;
const answer = (status: number, error: string) =>
  Response.json({ error }, { status, headers: { "Cache-Control": "no-store" } });

/** The mail provider tells what became of our mails; told twice, it counts once. */
export async function action(args: ActionFunctionArgs) {
  const { request } = args;
  const app = appOf(args);
  const secret = app.env.RESEND_WEBHOOK_SECRET;
  if (!secret) return answer(404, "not_found");
  const payload = await request.text();
  if (payload.length > MAX_CHARACTERS) return answer(413, "too_large");
  const notice = readMailNotice(secret, request.headers, payload);
  if (!notice.ok) return notice.error === "forged" ? answer(401, "bad_signature") : answer(400, "unreadable");
  await recordProviderNotice(app, notice.value);
  return Response.json({ received: true }, { headers: { "Cache-Control": "no-store" } });
}

export function loader() {
  return new Response(null, { status: 405, headers: { Allow: "POST" } });
}
