import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { hasRole } from "#app/domain/accounts/actor.ts";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { getFollowedClass } from "#app/domain/follow-up/follow-up.queries.server.ts";
import { closeHelpRequest } from "#app/domain/help/close-help-request.server.ts";
import { readHelpRequest } from "#app/domain/help/read-help-request.server.ts";
import { reopenHelpRequest } from "#app/domain/help/reopen-help-request.server.ts";
import {
  listHandledHelpRequests,
  listJustHandledRequests,
  listOpenHelpRequests,
} from "#app/domain/help/help.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS, type IntentOf } from "#app/ui/forms/intents.ts";
import { ClassPage } from "#app/ui/school/class-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { parseFormData, readIntent } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { foundOrThrow, requireSchool } from "../agreements/agreement-request.server.ts";

const handledSchema = z.object({ requestId: z.guid() });

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: pageTitle(data ? `Classe ${data.name}` : "Classe") },
];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  const { classGroupId } = args.params;
  const now = ctx.clock.now();
  const campaign = await getCurrentCampaign(ctx.db, now);
  if (!isId(classGroupId) || !campaign) throw notFound();
  const followed = foundOrThrow(await getFollowedClass(ctx.db, ctx.actor, { classGroupId, campaign, now }));
  const just = { classGroupId, at: now };
  return {
    ...followed,
    now,
    reader: hasRole(ctx.actor, "teacher") ? ("school" as const) : ("office" as const),
    helpRequests: await listOpenHelpRequests(ctx.db, ctx.actor, { classGroupId }),
    handledRequests: await listHandledHelpRequests(ctx.db, ctx.actor, { classGroupId }),
    justHandled: await listJustHandledRequests(ctx.db, ctx.actor, just),
  };
}

const DONE = { read: "lue", handled: "traitee", reopen: "rouverte" } as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { classGroupId } = args.params;
  const { intent, form } = await readIntent(args.request, INTENTS.classGroup);
  const parsed = parseFormData(form, handledSchema);
  if (!isId(classGroupId) || !parsed.ok) throw notFound();
  const helpRequestId = parsed.value.requestId;
  const outcome = await act(ctx, intent, helpRequestId);
  if (outcome.ok) throw redirect(paths.school.classGroup(classGroupId, { fait: DONE[intent] }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  // An urgent request closes on its own page, where there is room for a word.
  throw redirect(paths.school.helpRequest(helpRequestId), 303);
}

function act(ctx: ActorRequest, intent: IntentOf<"classGroup">, helpRequestId: string) {
  if (intent === "read") return readHelpRequest(ctx, { helpRequestId });
  if (intent === "reopen") return reopenHelpRequest(ctx, { helpRequestId });
  return closeHelpRequest(ctx, { helpRequestId, note: "" });
}

export default function ClassGroup() {
  const [query] = useSearchParams();
  return <ClassPage {...useLoaderData<typeof loader>()} done={doneOn("classGroup", query)} />;
}
