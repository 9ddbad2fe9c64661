import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { continueHelpRequest } from "#app/domain/help/continue-help-request.server.ts";
import { getOwnConversation } from "#app/domain/help/conversation.queries.server.ts";
import { helpMessageSchema } from "#app/domain/help/help-request.schema.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { tooManyHelpMessages } from "#app/ui/messages/help.ts";
import { HelpRequestPage } from "#app/ui/pupil/help-request-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";
import { foundOrThrow } from "../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Ma demande d’aide") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const id = idOf(args);
  return {
    conversation: foundOrThrow(await getOwnConversation(ctx.db, ctx.actor, id)),
    done: doneOn("ownHelpRequest", new URL(args.request.url).searchParams),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const helpRequestId = idOf(args);
  foundOrThrow(await getOwnConversation(ctx.db, ctx.actor, helpRequestId));
  const form = await parseForm(args.request, helpMessageSchema);
  if (!form.ok) return invalid(form);
  const outcome = await continueHelpRequest(ctx, { helpRequestId, body: form.value.body });
  if (outcome.ok) throw redirect(paths.pupil.helpRequest(helpRequestId, { fait: "envoye" }), 303);
  if (outcome.error.code === "not_found") throw notFound();
  return refused(form.typed, tooManyHelpMessages(outcome.error));
}

function idOf({ params }: Pick<LoaderFunctionArgs, "params">): string {
  if (!isId(params.helpRequestId)) throw notFound();
  return params.helpRequestId;
}

export default function OwnHelpRequest() {
  return <HelpRequestPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
