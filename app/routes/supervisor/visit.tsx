import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { liftAccident } from "#app/domain/follow-up/presence/lift-accident.server.ts";
import { reportPresence } from "#app/domain/follow-up/presence/report-presence.server.ts";
import { getPresenceToday } from "#app/domain/follow-up/supervisor/supervisor-visit.queries.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { presenceFailureMessage } from "#app/ui/messages/follow-up/presence.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { VisitPage } from "#app/ui/supervisor/visit-page.tsx";
import { linkGone } from "#app/web/errors.server.ts";
import { readIntent, refused } from "#app/web/forms.server.ts";
import { requireSupervisor } from "./supervisor-request.server.ts";

export const meta: MetaFunction = () => [
  { title: pageTitle("Le stage chez vous") },
  { name: "robots", content: "noindex, nofollow" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { db, visit, token } = await requireSupervisor(args);
  return {
    token,
    visit,
    known: await getPresenceToday(db, visit),
    done: doneOn("supervisorVisit", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSupervisor(args);
  const { agreementId } = ctx.visit;
  const { intent } = await readIntent(args.request, INTENTS.supervisorVisit);
  const outcome =
    intent === "no_accident"
      ? await liftAccident(ctx, { agreementId })
      : await reportPresence(ctx, { agreementId, kind: intent });
  if (outcome.ok) throw redirect(paths.supervisor.visit(ctx.token, { fait: "note" }), 303);
  if (outcome.error.code === "not_found") throw linkGone("supervisor_link");
  return refused({}, presenceFailureMessage(outcome.error));
}

export default function Visit() {
  return <VisitPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
