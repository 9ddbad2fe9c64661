import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maskedAddress } from "#app/domain/notifications/masked-address.ts";
import { getUnsubscription } from "#app/domain/notifications/mail-preferences.queries.server.ts";
import { unsubscribe } from "#app/domain/notifications/unsubscribe.server.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { paths } from "#app/paths.ts";
import { UnknownSubscription, UnsubscribePage } from "#app/ui/notifications/unsubscribe-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { readForm } from "#app/web/forms.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Ne plus recevoir ces e-mails") },
  { name: "robots", content: "noindex" },
];

/** Mail scanners follow links: reading the page stops nothing. */
export async function loader({ params, context: { app } }: LoaderFunctionArgs) {
  const messageId = messageOf(app, params.token);
  const subscription = messageId ? await getUnsubscription(app.db, messageId) : null;
  if (!subscription) return data(null, { status: 404 });
  return data({ ...subscription, address: maskedAddress(subscription.address) });
}

/**
 * A press of the button answers with a redirect. A mail reader that unsubscribes by itself (RFC 8058) sends one field of its
 * own from wherever it is, without session, and must not be redirected: it is told by the page itself.
 */
export async function action({ request, params, context: { app } }: ActionFunctionArgs) {
  const form = await readForm(request);
  const messageId = messageOf(app, params.token);
  if (!messageId) return data(null, { status: 404 });
  const wait = await app.rateLimits.consume("unsubscribe-link", messageId);
  if (wait !== null) throw tooManyRequests(wait);
  const outcome = await unsubscribe(app, { messageId, undo: form.get("intent") === "reprendre" });
  if (!outcome.ok) return data(null, { status: 404 });
  if (form.get("List-Unsubscribe") === "One-Click") return null;
  return redirect(paths.unsubscribe(params.token ?? ""), 303);
}

function messageOf(app: AppContext, token: string | undefined): string | null {
  return app.links.read("unsubscribe", token ?? "")?.id ?? null;
}

export default function Unsubscribe() {
  const subscription = useLoaderData<typeof loader>();
  return subscription ? <UnsubscribePage {...subscription} /> : <UnknownSubscription />;
}
