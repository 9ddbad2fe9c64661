import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { getCurrentCampaign } from "#app/domain/campaigns/campaigns.queries.server.ts";
import { helpRequestSchema } from "#app/domain/help/help-request.schema.ts";
import { listOwnHelpRequests } from "#app/domain/help/help.queries.server.ts";
import { getSchoolContacts, listConfidants } from "#app/domain/help/school-contacts.queries.server.ts";
import { requestHelp } from "#app/domain/help/request-help.server.ts";
import { doneOn, paths } from "#app/paths.ts";
import { DoneNotice } from "#app/ui/components/done-notice.tsx";
import { ErrorSummary, errorLinks } from "#app/ui/components/error-summary.tsx";
import { Page, PageHeader } from "#app/ui/components/page-header.tsx";
import { requestHelpFailure } from "#app/ui/messages/help.ts";
import { EmergencyNumbers, OwnRequests, ProblemForm, WhomToCall } from "#app/ui/pupil/problem-page.tsx";
import { QuickExit } from "#app/ui/pupil/quick-exit.tsx";
import { pageTitle } from "#app/ui/shell/page-title.ts";
import { invalid, parseForm, refused } from "#app/web/forms.server.ts";
import { requireActor } from "#app/web/require-actor.server.ts";

export const meta: MetaFunction = () => [{ title: pageTitle("J’ai un problème") }];

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const now = ctx.clock.now();
  const campaign = await getCurrentCampaign(ctx.db, now);
  const contacts = await getSchoolContacts(ctx.db, ctx.actor, campaign, now);
  return {
    ...contacts,
    confidants: await listConfidants(ctx.db, ctx.actor, campaign, now),
    requests: await listOwnHelpRequests(ctx.db, ctx.actor),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await requireActor(args, "pupil");
  const parsed = await parseForm(args.request, helpRequestSchema);
  if (!parsed.ok) return invalid(parsed);
  const asked = await requestHelp(ctx, parsed.value);
  if (!asked.ok) {
    const { message, field } = requestHelpFailure(asked.error);
    return refused(parsed.typed, message, field);
  }
  throw redirect(paths.pupil.problem({ fait: "envoye" }), 303);
}

export default function Problem() {
  const { requests, confidants, ...contacts } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const [query] = useSearchParams();
  const done = refusal ? null : doneOn("problem", query);
  return (
    <Page narrow>
      <PageHeader
        title="J’ai un problème"
        trail={[{ to: paths.pupil.home(), label: "Mon espace" }]}
        lead="Vous n’êtes pas sans aide : voici qui peut vous répondre."
      />
      <QuickExit />
      <ErrorSummary errors={errorLinks(refusal?.errors ?? {})} />
      <DoneNotice page="problem" done={done} />
      <EmergencyNumbers />
      <WhomToCall contacts={contacts} />
      <OwnRequests requests={requests} />
      {done ? null : <ProblemForm confidants={confidants} refusal={refusal} />}
    </Page>
  );
}
