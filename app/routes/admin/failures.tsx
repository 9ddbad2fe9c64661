import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { dismissFailedMessage } from "#app/domain/notifications/admin/dismiss-failed-message.server.ts";
import {
  listChosenFailures,
  listFailedMessages,
} from "#app/domain/notifications/admin/failed-messages.queries.server.ts";
import { chosenFailuresSchema } from "#app/domain/notifications/admin/message-log.schema.ts";
import { retryFailedMessage } from "#app/domain/notifications/delivery/retry-failed-message.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { ConfirmFailuresPage, FailuresPage } from "#app/ui/admin/failures-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { listTitle, pageTitle } from "#app/ui/shell/page-title.ts";
import { badRequest } from "#app/web/errors.server.ts";
import { parseFormData, readIntent } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { withAges } from "./message-health.server.ts";

export const meta: MetaFunction = ({ location }) => [
  { title: pageTitle(listTitle("Messages en échec", location.search)) },
];

/** The list, or those chosen in it (`choix`) for a decision: choosing changes nothing, hence a GET. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, clock } = await requireActor(args, "admin");
  const query = new URL(args.request.url).searchParams;
  const now = clock.now();
  const chosen = query.has("choix") ? await listChosenFailures(db, query.getAll("choix")) : [];
  if (chosen.length > 0) return { chosen: withAges(chosen, now), list: null };
  const cursor = query.get("curseur");
  const { messages, nextCursor } = await listFailedMessages(db, cursor);
  return {
    chosen: null,
    list: {
      messages: withAges(messages, now),
      nextCursor,
      isFirstPage: cursor === null,
      done: doneOn("failures", query),
      count: Number(query.get("nombre")) || 0,
      noneChosen: query.has("choisir") || query.has("choix"),
    },
  };
}

const DECISIONS = {
  retry: { decide: retryFailedMessage, fait: "renvoyer" },
  dismiss: { decide: dismissFailedMessage, fait: "laisser" },
} as const;

/** Each message is decided on by itself: one that somebody else has settled meanwhile stops no other. */
export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const { intent, form } = await readIntent(args.request, INTENTS.failures);
  const chosen = parseFormData(form, chosenFailuresSchema);
  if (!chosen.ok) throw badRequest();
  const { decide, fait } = DECISIONS[intent];
  let count = 0;
  for (const messageId of chosen.value.choix) if ((await decide(ctx, { messageId })).ok) count += 1;
  throw redirect(paths.admin.failures({ fait, nombre: String(count) }), 303);
}

export default function Failures() {
  const { chosen, list } = useLoaderData<typeof loader>();
  if (chosen) return <ConfirmFailuresPage messages={chosen} />;
  return list ? <FailuresPage {...list} /> : null;
}
