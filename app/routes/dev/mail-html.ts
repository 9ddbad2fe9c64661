import type { LoaderFunctionArgs } from "@remix-run/node";
import { getMail } from "#app/domain/notifications/mailbox.queries.server.ts";
import { notFound } from "#app/web/errors.server.ts";
import { requireMailbox } from "./require-mailbox.server.ts";

/** E-mails carry their styles inline: a document of its own, with rules of its own, where nothing runs or is fetched. */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");

export async function loader({ params, context }: LoaderFunctionArgs) {
  const mail = await getMail(requireMailbox(context.app), params.mailId);
  if (!mail) throw notFound();
  return new Response(mail.html, {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      "Cache-Control": "private, no-store",
    },
  });
}
