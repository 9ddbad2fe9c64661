import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { holdSeats } from "#app/domain/holds/hold-seats.server.ts";
import { refuseHold } from "#app/domain/holds/refuse-hold.server.ts";
import { listToReplace } from "#app/domain/holds/to-replace.queries.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { HOLD_REFUSALS } from "#app/ui/messages/schools/holds.ts";
import { ToReplacePage } from "#app/ui/school/holds/to-replace-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { readIntent, refused } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("À replacer") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock, actor } = await requireSchool(args);
  const campaign = await getCurrentCampaign(db, clock.now());
  return {
    pupils: campaign ? await listToReplace(db, actor, campaign) : [],
    done: doneOn("toReplace", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { intent, form } = await readIntent(args.request, INTENTS.toReplace);
  const id = form.get(intent === "hold" ? "applicationId" : "holdId");
  if (typeof id !== "string" || !isId(id)) throw notFound();
  return intent === "hold" ? hold(ctx, id) : release(ctx, id);
}

async function hold(ctx: ActorRequest, applicationId: string) {
  const held = await holdSeats(ctx, { applicationId });
  if (held.ok) throw redirect(paths.school.toReplace({ fait: "gardees" }), 303);
  if (held.error.code === "not_found") throw notFound();
  return refused({ applicationId }, HOLD_REFUSALS[held.error.code]);
}

async function release(ctx: ActorRequest, holdId: string) {
  if (!(await refuseHold(ctx, { holdId })).ok) throw notFound();
  throw redirect(paths.school.toReplace({ fait: "liberee" }), 303);
}

export default function ToReplace() {
  return <ToReplacePage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
