import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { openAccountSchema } from "#app/domain/accounts/openings/opening.schema.ts";
import { isId } from "#app/kernel/ids.ts";
import { localPath, paths } from "#app/paths.ts";
import { OpenAccountPage } from "#app/ui/admin/access/open-account-page.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Consulter un compte") }];

/** Says nothing of the account: whether it exists is told once it is asked for with a reason. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "admin");
  if (!isId(args.params.personId)) throw notFound();
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "admin");
  const { personId } = args.params;
  if (!isId(personId)) throw notFound();
  const form = await parseForm(args.request, openAccountSchema);
  if (!form.ok) return invalid(form);
  const { reason, explanation } = form.value;
  if (!(await openAccount(ctx, { personId, reason, explanation })).ok) throw notFound();
  const back = new URL(args.request.url).searchParams.get("retour");
  throw redirect(localPath(back, paths.admin.foundAccount(personId)), 303);
}

export default function OpenAccount() {
  return <OpenAccountPage refusal={useActionData<typeof action>()} />;
}
