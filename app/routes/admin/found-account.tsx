import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endPersonSessions } from "#app/domain/accounts/end-person-sessions.server.ts";
import { resetSecondFactorSchema } from "#app/domain/accounts/found-accounts.schema.ts";
import { readAccount } from "#app/domain/accounts/openings/read-account.server.ts";
import { resetSecondFactor } from "#app/domain/accounts/second-factor/reset-second-factor.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { FoundAccountPage } from "#app/ui/admin/found-account-page.tsx";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { RESET_REFUSALS } from "#app/ui/messages/accounts/second-factor.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseFormData, readIntent, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Un compte") }];

/** The account, for who has said why; they are asked first. */
async function openedAccount(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const { personId } = args.params;
  const read = await readAccount(ctx, { personId });
  if (read.ok) return { ctx, ...read.value };
  if (personId === undefined || read.error.code === "not_found") throw notFound();
  throw redirect(paths.admin.openAccount(personId), 303);
}

export async function loader(args: LoaderFunctionArgs) {
  const { account, until } = await openedAccount(args);
  return { account, until, done: doneOn("foundAccount", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, account } = await openedAccount(args);
  const { personId } = account;
  const { intent, form: typed } = await readIntent(args.request, INTENTS.foundAccount);
  if (intent === "sessions") {
    if (!(await endPersonSessions(ctx, { personId })).ok) throw notFound();
    throw redirect(paths.admin.foundAccount(personId, { fait: "deconnecte" }), 303);
  }
  const form = parseFormData(typed, resetSecondFactorSchema);
  if (!form.ok) return invalid(form);
  const reset = await resetSecondFactor(ctx, { personId, reason: form.value.reason });
  if (!reset.ok) return refused(form.typed, RESET_REFUSALS[reset.error.code]);
  throw redirect(paths.admin.foundAccount(personId, { fait: "retire" }), 303);
}

export default function FoundAccount() {
  return <FoundAccountPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />;
}
