import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerHelpRequest } from "#app/domain/help/answer-help-request.server.ts";
import { closeHelpRequest } from "#app/domain/help/close-help-request.server.ts";
import { getFollowedConversation } from "#app/domain/help/conversation.queries.server.ts";
import { closingSchema, helpMessageSchema } from "#app/domain/help/help-request.schema.ts";
import { readHelpRequest } from "#app/domain/help/read-help-request.server.ts";
import { reopenHelpRequest } from "#app/domain/help/reopen-help-request.server.ts";
import { isId } from "#app/kernel/ids.ts";
import { doneOn, paths } from "#app/paths.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { closeHelpFailure } from "#app/ui/messages/help.ts";
import { HelpRequestPage } from "#app/ui/school/help/help-request-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import type { ActorRequest } from "#app/web/require-actor.server.ts";
import { foundOrThrow, requireSchool } from "../../agreements/agreement-request.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Demande d’aide") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireSchool(args);
  return {
    conversation: await readConversation(ctx, args.params.helpRequestId),
    done: doneOn("helpRequest", new URL(args.request.url).searchParams),
  };
}

const DONE = { read: "lue", answer: "repondue", close: "close", reopen: "rouverte" } as const;

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireSchool(args);
  const { id: helpRequestId } = await readConversation(ctx, args.params.helpRequestId);
  const { intent, form } = await readIntent(args.request, INTENTS.helpRequest);
  const refusal =
    intent === "answer"
      ? await answer(ctx, helpRequestId, form)
      : intent === "close"
        ? await close(ctx, helpRequestId, form)
        : await press(ctx, helpRequestId, intent);
  if (refusal) return refusal;
  throw redirect(paths.school.helpRequest(helpRequestId, { fait: DONE[intent] }), 303);
}

async function answer(ctx: ActorRequest, helpRequestId: string, form: FormData) {
  const parsed = parseFormData(form, helpMessageSchema);
  if (!parsed.ok) return invalid(parsed);
  if (!(await answerHelpRequest(ctx, { helpRequestId, body: parsed.value.body })).ok) throw notFound();
  return null;
}

async function close(ctx: ActorRequest, helpRequestId: string, form: FormData) {
  const parsed = parseFormData(form, closingSchema);
  if (!parsed.ok) return invalid(parsed);
  const closed = await closeHelpRequest(ctx, { helpRequestId, note: parsed.value.note });
  if (closed.ok) return null;
  if (closed.error.code === "not_found") throw notFound();
  const { message, field } = closeHelpFailure(closed.error);
  return refused(parsed.typed, message, field);
}

async function press(ctx: ActorRequest, helpRequestId: string, intent: "read" | "reopen") {
  const act = intent === "read" ? readHelpRequest : reopenHelpRequest;
  if (!(await act(ctx, { helpRequestId })).ok) throw notFound();
  return null;
}

async function readConversation({ db, actor, clock }: ActorRequest, helpRequestId: string | undefined) {
  if (!isId(helpRequestId)) throw notFound();
  return foundOrThrow(await getFollowedConversation(db, actor, { helpRequestId, at: clock.now() }));
}

export default function HelpRequest() {
  return <HelpRequestPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
