import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { maskedAddress } from "#app/kernel/masked-address.ts";
import { getUnsubscription } from "#app/domain/notifications/inbox/mail-preferences.queries.server.ts";
import { unsubscribe } from "#app/domain/notifications/inbox/unsubscribe.server.ts";
import { paths } from "#app/paths.ts";
import { UnknownSubscription, UnsubscribePage } from "#app/ui/notifications/unsubscribe-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { pressLetterLink, subjectOf } from "#app/web/links/letter-links.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Ne plus recevoir ces e-mails") },
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const messageId = subjectOf(args, "unsubscribe");
  const subscription = messageId ? await getUnsubscription(appOf(args).db, messageId) : null;
  if (!subscription) return data(null, { status: 404 });
  return data({ ...subscription, address: maskedAddress(subscription.address) });
}

/**
 * A press of the button answers with a redirect. A mail reader that unsubscribes by itself (RFC 8058) sends one field of its
 * own from wherever it is, without session, and must not be redirected: it is told by the page itself.
 */
export async function action(args: ActionFunctionArgs) {
  const pressed = await pressLetterLink(args, "unsubscribe", (messageId, undo) =>
    unsubscribe(appOf(args), { messageId, undo }),
  );
  if (!pressed) return data(null, { status: 404 });
  if (pressed.get("List-Unsubscribe") === "One-Click") return null;
  throw redirect(paths.unsubscribe(args.params.token ?? ""), 303);
}

export default function Unsubscribe() {
  const subscription = useLoaderData<typeof loader>();
  return subscription ? <UnsubscribePage {...subscription} /> : <UnknownSubscription />;
}
