import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { endPersonSessions } from "#app/domain/accounts/end-person-sessions.server.ts";
import { getFoundAccount } from "#app/domain/accounts/found-accounts.queries.server.ts";
import { resetSecondFactorSchema } from "#app/domain/accounts/found-accounts.schema.ts";
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

export async function loader(args: LoaderFunctionArgs) {
  const { db, clock } = await requireActor(args, "admin");
  const account = await getFoundAccount(db, args.params.personId, clock.now());
  if (!account) throw notFound();
  return { account, done: doneOn("foundAccount", new URL(args.request.url).searchParams) };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const account = await getFoundAccount(ctx.db, args.params.personId, ctx.clock.now());
  if (!account) throw notFound();
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
