import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { searchAccounts } from "#app/domain/accounts/openings/search-accounts.server.ts";
import { accountSearchSchema } from "#app/domain/accounts/found-accounts.schema.ts";
import { AccountsPage } from "#app/ui/admin/accounts-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseForm } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Comptes") }];

export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "admin");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const form = await parseForm(args.request, accountSearchSchema);
  if (!form.ok) return invalid(form);
  return data({ errors: {}, values: form.typed, found: await searchAccounts(ctx, form.value) });
}

export default function Accounts() {
  const answer = useActionData<typeof action>();
  return <AccountsPage found={answer && "found" in answer ? answer.found : null} refusal={answer} />;
}
