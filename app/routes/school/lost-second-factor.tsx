import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetSecondFactorSchema } from "#app/domain/accounts/found-accounts.schema.ts";
import { resetSecondFactor } from "#app/domain/accounts/second-factor/reset-second-factor.server.ts";
import { getColleague } from "#app/domain/schools/team/school-team.queries.server.ts";
import { paths } from "#app/paths.ts";
import { LostSecondFactorPage } from "#app/ui/school/lost-second-factor-page.tsx";
import { RESET_REFUSALS } from "#app/ui/messages/accounts/second-factor.ts";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { notFound } from "#app/web/errors.server.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("Second facteur perdu") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const colleague = await getColleague(ctx, args.params.personId);
  if (!colleague) throw notFound();
  return { colleague };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "schoolOffice", "schoolHead");
  const colleague = await getColleague(ctx, args.params.personId);
  if (!colleague) throw notFound();
  const form = await parseForm(args.request, resetSecondFactorSchema);
  if (!form.ok) return invalid(form);
  const { reason } = form.value;
  const reset = await resetSecondFactor(ctx, { personId: colleague.personId, reason });
  if (!reset.ok) return refused(form.typed, RESET_REFUSALS[reset.error.code]);
  throw redirect(paths.school.team({ fait: "facteur" }), 303);
}

export default function LostSecondFactor() {
  return (
    <LostSecondFactorPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()} />
  );
}
